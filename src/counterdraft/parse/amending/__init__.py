"""The instructions of an amendment: quoted → signs (places) → orders, block by block."""
