CREATE OR REPLACE PROCEDURE toon (p_nummer IN NUMBER) IS
  l_klant klant%ROWTYPE;
  l_aantal NUMBER;
BEGIN
  -- ruleid: SQL03
  SELECT * INTO l_klant FROM klant WHERE nummer = p_nummer;
  -- ruleid: SQL03
  SELECT k.* INTO l_klant FROM klant k WHERE k.nummer = p_nummer;
  -- ok: SQL03
  SELECT COUNT(*) INTO l_aantal FROM klant;
  -- ok: SQL03
  SELECT COUNT(1) INTO l_aantal FROM dual WHERE EXISTS (SELECT * FROM klant);
END toon;
/
