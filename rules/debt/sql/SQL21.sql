-- ruleid: SQL21
INSERT INTO land VALUES (1, 'Nederland');
-- ok: SQL21
INSERT INTO land (code, naam) VALUES (2, 'Duitsland');
