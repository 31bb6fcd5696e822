CREATE TABLE dbo.Brief (
  Nummer int NOT NULL,
  -- ruleid: TSQ03
  Tekst ntext NULL,
  -- ok: TSQ03
  Bijlage varbinary(max) NULL
);
GO
