"""The model endpoints, over real sockets."""
