package dev.fanlight.relay.testing;

import dev.fanlight.testing.FreePort;
import dev.fanlight.testing.ServerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Debian’s nginx with its module for RTMP: a server that takes any stream in the application {@code app}. */
public final class NginxRtmp implements AutoCloseable {

    public final int port = FreePort.next();

    private final ServerProcess process;

    private NginxRtmp(Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("nginx.conf"), """
                load_module /usr/lib/nginx/modules/ngx_rtmp_module.so;
                daemon off;
                master_process off;
                pid %1$s/nginx.pid;
                error_log %1$s/nginx.log;
                events {}
                rtmp { server { listen 127.0.0.1:%2$d; application app { live on; wait_key on; } } }
                """.formatted(folder, port));
        process = ServerProcess.start(folder, port, "/usr/sbin/nginx", "-p", folder.toString(), "-c", file.toString());
    }

    /** Starts it in an empty folder and waits until it listens. */
    public static NginxRtmp start(Path folder) throws IOException {
        return new NginxRtmp(Files.createDirectories(folder));
    }

    public String address() {
        return "rtmp://127.0.0.1:" + port + "/app";
    }

    @Override
    public void close() {
        process.close();
    }
}
