class Connection {
    // ruleid: JAV04
    protected void finalize() throws Throwable {
        super.finalize();
    }

    // ok: JAV04
    void finalize(String reason) {
        close(reason);
    }

    // ok: JAV04
    void close(String reason) {
        System.err.println(reason);
    }
}
