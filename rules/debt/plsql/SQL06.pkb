CREATE OR REPLACE PROCEDURE boek (p_rij IN boeking%ROWTYPE) IS
BEGIN
  -- ruleid: SQL06
  INSERT INTO boeking VALUES (1, SYSDATE, 100);
  -- ruleid: SQL06
  INSERT INTO boeking_archief SELECT nummer, datum, bedrag FROM boeking;
  -- ok: SQL06
  INSERT INTO boeking (nummer, datum, bedrag) VALUES (1, SYSDATE, 100);
  -- ok: SQL06
  INSERT INTO boeking VALUES p_rij;
END boek;
/
