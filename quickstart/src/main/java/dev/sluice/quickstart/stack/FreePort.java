package dev.sluice.quickstart.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** A port that nobody listens on now. */
final class FreePort {

    private FreePort() {}

    static int find() {
        return like(0);
    }

    /** {@code preferred} if nobody listens on it, else any. */
    static int preferred(int preferred) {
        try {
            return like(preferred);
        } catch (UncheckedIOException taken) {
            return find();
        }
    }

    private static int like(int wanted) {
        try (ServerSocket socket = new ServerSocket(wanted, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("port " + wanted + " is taken", e);
        }
    }
}
