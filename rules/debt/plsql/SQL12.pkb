CREATE OR REPLACE PACKAGE BODY regels IS
  -- ruleid: SQL12
  FUNCTION groep (p_leeftijd IN NUMBER, p_soort IN VARCHAR2) RETURN VARCHAR2 IS
  BEGIN
    IF p_leeftijd < 4 AND p_soort = 'K' THEN
      RETURN 'A';
    ELSIF p_leeftijd < 12 OR p_soort = 'L' THEN
      RETURN 'B';
    ELSIF p_leeftijd < 18 THEN
      RETURN 'C';
    END IF;
    CASE p_soort
      WHEN 'M' THEN RETURN 'D';
      WHEN 'N' THEN RETURN 'E';
      WHEN 'O' THEN RETURN 'F';
      WHEN 'P' THEN RETURN 'G';
      ELSE RETURN 'H';
    END CASE;
    FOR i IN 1 .. 3 LOOP
      EXIT WHEN i = p_leeftijd;
    END LOOP;
    RETURN NULL;
  END groep;

  -- ok: SQL12
  FUNCTION volwassen (p_leeftijd IN NUMBER) RETURN BOOLEAN IS
  BEGIN
    RETURN p_leeftijd >= 18;
  END volwassen;
END regels;
/
