"""Serves the model named on its command line on a free port of the loopback address until standard input ends."""

import sys

import xllamacpp

parameters = xllamacpp.CommonParams()
parameters.model.path = sys.argv[1]
parameters.n_ctx = 1024
parameters.n_parallel = 1
parameters.cpuparams.n_threads = 1
parameters.verbosity = -1
server = xllamacpp.Server(parameters)
sys.stdout.write(f"{server.listening_address}\n")
sys.stdout.flush()
sys.stdin.read()
