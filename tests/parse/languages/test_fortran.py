import pytest

FIXED = """\
C     BEREKENT DE UITKERING PER MAAND
      PROGRAM UITKER
      INTEGER I, N
      REAL BEDRAG(12), TOTAAL, NORM
      EXTERNAL NORM
      COMMON /STAND/ N, TARIEF
      OPEN (UNIT=10, FILE='UITKER.DAT', STATUS='OLD')
      TOTAAL = 0.
      DO 20 I = 1, 12
         BEDRAG(I) = NORM(I, N)
C        EEN NEGATIEF BEDRAG TELT NIET
         IF (BEDRAG(I) .LT. 0. .OR. I .GT. N .AND.
     +       N .GT. 0) GOTO 20
         TOTAAL = TOTAAL +
C        MET TARIEF
     1            BEDRAG(I) * ABS(TARIEF)
   20 CONTINUE
      CALL DRUK(TOTAAL)
      STOP                                                              UIT00010
      END
      REAL FUNCTION NORM(I, N)
      INTEGER I, N
      IF (I .EQ. 1) THEN
         NORM = 1.
      ELSE IF (I .LT. N) THEN
         NORM = 2.
      ELSE
         IF (N - 3) 10, 20, 30
      END IF
   10 NORM = 1
   20 RETURN
   30 END
      SUBROUTINE DRUK(B)
      WRITE (*, 100) B
  100 FORMAT (F8.2)
      RETURN
      END
"""
FREE = """\
module uitkering
  use normen, only: norm
  implicit none
  interface
    subroutine extern(a)
      real :: a
    end subroutine
  end interface
contains
  function som(bedragen) result(totaal)
    real, intent(in) :: bedragen(:)
    real, dimension(3) :: hulp
    integer :: i
    totaal = 0.0   ! begin
    do i = 1, size(bedragen)
      select case (i)
      case (1, 2)
        totaal = totaal + bedragen(i) + hulp(1)
      case default
        if (bedragen(i) > 0 .and. &
            .not. leeg(i)) then
          totaal = totaal + norm(bedragen(i))
        else
          exit
        end if
      end select
    end do
    where (bedragen > 1)
      hulp = 1
    elsewhere
      hulp = 2
    end where
    call extern(totaal)
    call lijst%voegtoe(totaal)
  end function som
  subroutine leegmaken()
    include 'leeg.inc'
  end subroutine
end module
"""


def test_fixed_form(see):
    seen = see(FIXED, "fortran")
    assert (seen.unparsed, seen.units) == ([], ["program UITKER", "function NORM", "subroutine DRUK"])
    assert (seen.links("call"), seen.links("file"), seen.links("table")) == (
        ["NORM", "DRUK"],
        ["UITKER.DAT"],
        ["STAND"],
    )
    # 1 + do + if + .or. + .and.; do 1, if 2, two runs, goto 1
    assert seen.numbers("UITKER") == (5, 6, 0)
    # 1 + if + else if + arithmetic if; if 1, else if 1, else 1, arithmetic if 2
    assert (seen.numbers("NORM"), seen.numbers("DRUK")) == ((4, 5, 2), (1, 0, 1))
    assert (seen.facts.lines, seen.facts.code_lines) == (37, 34)
    assert [unit.span.first_line for unit in seen.facts.units] == [2, 21, 33]


def test_free_form(see):
    seen = see(FREE, "fortran")
    assert (seen.unparsed, seen.units) == ([], ["module uitkering", "function som", "subroutine leegmaken"])
    assert (seen.links("include"), seen.links("call")) == (
        ["normen", "leeg.inc"],
        ["leeg", "norm", "extern", "voegtoe"],
    )
    # 1 + do + case + if + .and. + where; do 1, select 2, if 3, .and. 1, else 1, where 1, elsewhere 1
    assert seen.numbers("som") == (6, 10, 1)


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_other_line_ends(see, end):
    seen = see(FIXED.replace("\n", end), "fortran")
    assert (seen.unparsed, [unit.lines for unit in seen.facts.units]) == ([], [17, 12, 5])


UNITS = {
    "a program without a head": ("      I = 1\n      END\n", ["program demo"]),
    "an entry": ("      SUBROUTINE A(B)\n      ENTRY C(D)\n      END\n", ["subroutine A", "entry C"]),
    "block data": ("      BLOCK DATA A\n      END\n", ["module A"]),
    "a pure function": ("pure elemental integer function f(a)\nend function\n", ["function f"]),
    "an inner procedure": (
        "program a\ncontains\nsubroutine b\nend subroutine\nend program\n",
        ["program a", "subroutine b"],
    ),
}


@pytest.mark.parametrize(("code", "units"), UNITS.values(), ids=UNITS)
def test_units(see, code, units):
    seen = see(code, "fortran")
    assert (seen.unparsed, seen.units) == ([], units)


CALLS = {
    "a function": ("real b\nb = f(1)", ["f"]),
    "an array": ("real b(3)\nc = b(1)", []),
    "an array of another declaration": ("dimension b(3)\nreal, dimension(3) :: d\nc = b(1) + d(2)", []),
    "an array in common": ("common /e/ b(4)\nc = b(1)", []),
    "a part of a text": ("c = b(1:3)", []),
    "intrinsic": ("c = max(1, 2) + DSQRT(d)", []),
    "a subroutine": ("call b\ncall c(d)", ["b", "c"]),
}


@pytest.mark.parametrize(("body", "targets"), CALLS.values(), ids=CALLS)
def test_calls(see, body, targets):
    seen = see(f"subroutine a\n{body}\nend subroutine\n", "fortran")
    assert (seen.unparsed, seen.links("call")) == ([], targets)
