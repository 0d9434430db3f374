"""What every stage reads of a draft alike: body, annexes, brackets, requests, sponsors, origin."""
