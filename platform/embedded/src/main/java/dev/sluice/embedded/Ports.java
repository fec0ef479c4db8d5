package dev.sluice.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;

/** Ports on loopback, the only address that embedded parts listen on. */
final class Ports {

    static final String LOOPBACK = "127.0.0.1";

    private static final Set<Integer> GIVEN = new HashSet<>();

    private Ports() {}

    /** {@code wanted} if it is free, any free port if it is 0. */
    static int claim(String part, int wanted) {
        if (wanted == 0) {
            return free();
        }
        if (!isFree(wanted)) {
            throw PartFailure.portTaken(part, wanted);
        }
        return wanted;
    }

    /** A free port that this process has not been given before, as parts that start in parallel ask at the same time. */
    private static synchronized int free() {
        for (int tries = 0; tries < 100; tries++) {
            int port = bind(0);
            if (GIVEN.add(port)) {
                return port;
            }
        }
        throw new IllegalStateException("No free port on " + LOOPBACK);
    }

    private static boolean isFree(int port) {
        try {
            bind(port);
            return true;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    private static int bind(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            // A stopped server's closing connections must not make its port look taken.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1);
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
