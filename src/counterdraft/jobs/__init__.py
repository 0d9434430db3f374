"""What a person asks for, as straight lines through the stages."""
