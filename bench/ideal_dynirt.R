# dynIRT of emIRT on votes that bench/ideal_peers.py has put into a folder:
#
#   Rscript ideal_dynirt.R FOLDER THREADS
#
# Prints the seconds and the iterations, and writes x.csv, states by sessions.
suppressMessages(library(emIRT))
given <- commandArgs(TRUE)
folder <- given[1]
size <- scan(file.path(folder, "size.txt"), quiet = TRUE)
whole <- function(name, n, bytes) {
  as.numeric(readBin(file.path(folder, name), "integer", n, size = bytes, signed = TRUE))
}
n <- size[1]; j <- size[2]; t <- size[3]
place <- readBin(file.path(folder, "start.bin"), "double", n)
data <- list(
  rc = matrix(whole("votes.bin", n * j, 1), n, j), startlegis = matrix(whole("first.bin", n, 4)),
  endlegis = matrix(whole("last.bin", n, 4)), bill.session = matrix(whole("session.bin", j, 4)),
  T = as.integer(t)
)
set.seed(1)
starts <- list(
  alpha = matrix(0, j, 1), beta = matrix(rnorm(j) * 0.1, j, 1), x = matrix(place, n, t)
)
priors <- list(
  x.mu0 = matrix(0, n, 1), x.sigma0 = matrix(1, n, 1), beta.mu = matrix(0, 2, 1),
  beta.sigma = diag(2) * 5, omega2 = matrix(size[4], n, 1)
)
control <- list(threads = as.integer(given[2]), verbose = FALSE, maxit = 500, thresh = 1e-6)
begin <- proc.time()[3]
found <- dynIRT(.data = data, .starts = starts, .priors = priors, .control = control)
cat(proc.time()[3] - begin, found$runtime$iters, "\n")
write.table(
  found$means$x, file.path(folder, "x.csv"), sep = ",", row.names = FALSE, col.names = FALSE
)
