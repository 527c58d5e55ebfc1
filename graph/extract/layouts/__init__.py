"""The layouts that documents give their pledges in, one module each: from blocks to raw sections."""
