"""SQL: the tables of single statements, and a reader of our own for PL/SQL, T-SQL and scripts.

Kept empty so that who only wants the tables of a statement loads no reader.
"""
