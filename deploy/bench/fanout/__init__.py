"""The comparison bench of the fan-out: the same load against several servers, interleaved, one table."""
