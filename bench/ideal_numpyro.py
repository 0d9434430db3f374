"""The mode of the same model by NumPyro, in a process of its own that bench/ideal_peers.py starts.

    python ideal_numpyro.py VOTES.npz POINTS.npy

Adam, 200 steps from the same beginning as ours, after two that compile it. Prints the seconds.
"""

from __future__ import annotations

import sys
import time
from typing import Any

STEPS = 200


def main() -> None:
    import jax
    import numpy as np
    import numpyro
    from numpyro.infer import SVI, Trace_ELBO
    from numpyro.infer.autoguide import AutoDelta
    from numpyro.optim import Adam

    given = dict(np.load(sys.argv[1]))
    numpyro.set_host_device_count(1)
    start = {"theta": given["theta"], "slope": given["slope"], "low": given["low"]}
    guide = AutoDelta(model, init_loc_fn=numpyro.infer.init_to_value(values=start))
    svi = SVI(model, guide, Adam(lambda step: 0.1 / (1 + step / 50)), Trace_ELBO())
    votes = {
        name: jax.numpy.asarray(given[name]) for name in ("point", "item", "vote", "tie", "slope")
    }
    svi.run(jax.random.PRNGKey(0), 2, votes, progress_bar=False)
    begin = time.perf_counter()
    result = svi.run(jax.random.PRNGKey(0), STEPS, votes, progress_bar=False)
    theta = np.asarray(guide.median(result.params)["theta"])
    print(time.perf_counter() - begin)
    np.save(sys.argv[2], theta)


def model(votes: dict[str, Any]) -> None:
    """Points in the order of paths; ``tie`` is 0 where one begins, else the precision."""
    import jax.numpy as jnp
    import numpyro
    import numpyro.distributions as dist
    from jax.scipy.special import ndtr

    with numpyro.plate("points", votes["tie"].shape[0]):
        theta = numpyro.sample("theta", dist.ImproperUniform(dist.constraints.real, (), ()))
    with numpyro.plate("items", votes["slope"].shape[0]):
        slope = numpyro.sample("slope", dist.Normal(0, 1))
        low = numpyro.sample("low", dist.Normal(0, 2))
        gap = numpyro.sample("gap", dist.Gamma(2, 1))
    moved = theta[1:] - theta[:-1]
    entry = votes["tie"] == 0
    path = -0.5 * jnp.sum(votes["tie"][1:] * moved**2) - 0.5 * jnp.sum(entry * theta**2)
    push = slope[votes["item"]] * theta[votes["point"]]
    a = low[votes["item"]] - push
    b = a + gap[votes["item"]]
    kind, far = votes["vote"], 9.0
    above = jnp.where(kind == 1, a, jnp.where(kind == 2, b, far))
    below = jnp.where(kind == 1, -far, jnp.where(kind == 2, a, b))
    chance = jnp.log(ndtr(above) - ndtr(below) + 1e-7)
    numpyro.factor("path", path)
    numpyro.factor("votes", jnp.sum(chance))


if __name__ == "__main__":
    main()
