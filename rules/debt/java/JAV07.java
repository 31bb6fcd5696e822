class Amounts {
    Object[] boxed(int cents, String text) {
        // ruleid: JAV07
        Integer amount = new Integer(cents);
        // ruleid: JAV07
        Object yes = new Boolean(text);
        // ruleid: JAV07
        System.runFinalizersOnExit(true);
        // ruleid: JAV07
        Thread.currentThread().stop();
        // ok: JAV07
        Integer same = Integer.valueOf(cents);
        // ok: JAV07
        Object big = new java.math.BigDecimal(text);
        // ok: JAV07
        Thread.currentThread().interrupt();
        return new Object[] {amount, yes, same, big};
    }
}
