CREATE PROCEDURE dbo.WisKlant @Tabel sysname, @Nummer int AS
BEGIN
  SET NOCOUNT ON;
  -- ruleid: TSQ01
  EXEC ('DELETE FROM ' + @Tabel);
  -- ok: TSQ01
  EXEC sp_executesql N'DELETE FROM dbo.Klant WHERE Nummer = @N', N'@N int', @N = @Nummer;
END
GO
