CREATE TABLE brief (
  nummer NUMBER(9),
  -- ruleid: SQL13
  tekst LONG,
  -- ok: SQL13
  bijlage CLOB
);
