Attribute VB_Name = "modKeten"
Option Explicit

Public Sub Main()
    frmZoek.Show
End Sub

Public Function Bedrag(ByVal Nummer As Long) As String
    Dim rij As Object
    Set rij = CreateObject("ADODB.Recordset")
    rij.Open "SELECT bedrag FROM uitkering WHERE nummer = " & Nummer
    Bedrag = rij.Fields("bedrag")
End Function
