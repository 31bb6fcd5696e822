CREATE VIEW alle_landen AS
-- ruleid: SQL22
SELECT * FROM land;
CREATE VIEW landnamen AS
-- ok: SQL22
SELECT code, naam FROM land;
