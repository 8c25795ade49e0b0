package dev.fanlight.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Debian’s nginx with the sample configuration of {@code deploy/nginx}, in which only addresses and files are others. */
public final class NginxSample implements AutoCloseable {

    private static final Path PROGRAM = Path.of("/usr/sbin/nginx");
    private static final Path SAMPLE = Path.of("../deploy/nginx/fanlight.conf");

    /** The port on loopback. */
    public final int port = FreePort.next();

    private final ServerProcess process;

    private NginxSample(Path folder, String sample, Map<String, String> addresses) throws IOException {
        String site =
                sample.replace("listen 443", "listen 127.0.0.1:" + port).replace("    listen [::]:443 ssl;\n", "");
        for (Map.Entry<String, String> address : addresses.entrySet()) {
            if (!site.contains(address.getKey())) {
                throw new AssertionError("the sample does not name " + address.getKey());
            }
            site = site.replace(address.getKey(), address.getValue());
        }
        Path file = Files.writeString(folder.resolve("nginx.conf"), """
                daemon off;
                master_process off;
                pid %1$s/nginx.pid;
                error_log %1$s/nginx.log;
                events {}
                http {
                client_body_temp_path %1$s/body;
                proxy_temp_path %1$s/proxy;
                fastcgi_temp_path %1$s/fastcgi;
                uwsgi_temp_path %1$s/uwsgi;
                scgi_temp_path %1$s/scgi;
                %2$s
                }
                """.formatted(folder, site));
        process = ServerProcess.start(folder, port, PROGRAM.toString(), "-p", folder.toString(), "-c", file.toString());
    }

    /**
     * Starts it and waits until it listens.
     *
     * @param folder for its files, with {@code chain.pem} and {@code key.pem}
     * @param addresses what stands in place of addresses in the sample
     */
    public static NginxSample start(Path folder, Map<String, String> addresses) throws IOException {
        String sample = Files.readString(SAMPLE)
                .replace("/etc/letsencrypt/live/cam.example.org/fullchain.pem", folder + "/chain.pem")
                .replace("/etc/letsencrypt/live/cam.example.org/privkey.pem", folder + "/key.pem");
        return new NginxSample(folder, sample, addresses);
    }

    /** As {@link #start}, without TLS. */
    public static NginxSample startWithoutTls(Path folder, Map<String, String> addresses) throws IOException {
        String sample = Files.readString(SAMPLE).replaceAll("ssl_certificate.*", "");
        return new NginxSample(folder, sample.replace("listen 443 ssl", "listen 443"), addresses);
    }

    /** Whether it is installed. */
    public static boolean isInstalled() {
        return Files.isExecutable(PROGRAM);
    }

    @Override
    public void close() {
        process.close();
    }
}
