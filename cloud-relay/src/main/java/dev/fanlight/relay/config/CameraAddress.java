package dev.fanlight.relay.config;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;

/**
 * Where every camera of the relay is watched, or published to, by a protocol besides those of the relay’s own pages and agents. Immutable.
 *
 * @param use what it is for, which also says what kind of key opens it
 * @param protocol as people call it, such as RTMP
 * @param scheme of the address, such as {@code rtmp}
 * @param port of its own; none when it is served on the port of the relay’s pages
 * @param path behind host and port, with {@code {camera}}, {@code {key}}, {@code {id}} of the key and its {@code {passphrase}} in place of these
 * @param command a command that uses the address, with {@code {url}} in place of it, and {@code {key}} where it shows the key elsewhere
 * @param passphrases makes the passphrase that goes with the id of a key; any thread, may block
 */
public record CameraAddress(
        Use use,
        String protocol,
        String scheme,
        OptionalInt port,
        String path,
        String command,
        UnaryOperator<String> passphrases) {

    /** Who may use an address. */
    public enum Use {
        /** With the key of a link. */
        WATCH,
        /** With a publish key of the camera. */
        PUBLISH
    }

    private static final String PAGES = "https";
    private static final String UNKNOWN_PASSPHRASE = "PASSPHRASE";

    /** The relay’s own page that makes a browser a camera. Its key is in the fragment, which no request carries. */
    public static final CameraAddress OF_PUBLISH_PAGE =
            ofPages(Use.PUBLISH, "Publish from a browser", "/publish#{key}", "xdg-open \"{url}\"");

    /** An address on the port of the relay’s pages. */
    public static CameraAddress ofPages(Use use, String protocol, String path, String command) {
        return new CameraAddress(use, protocol, PAGES, OptionalInt.empty(), path, command, none -> "");
    }

    /** An address on a port of its own, from 1 to 65535. */
    public static CameraAddress ofPort(Use use, String protocol, String scheme, int port, String path, String command) {
        return new CameraAddress(use, protocol, scheme, OptionalInt.of(port), path, command, none -> "");
    }

    /** The same of a protocol that encrypts with a passphrase of its own for each key. */
    public CameraAddress withPassphrases(UnaryOperator<String> ofId) {
        return new CameraAddress(use, protocol, scheme, port, path, command, ofId);
    }

    /**
     * The address of one camera.
     *
     * @param relay where the relay is reached
     * @param otherHost in place of the relay’s public host
     */
    public String url(PublicAddresses relay, Optional<String> otherHost, String camera, ShownKey key) {
        String filled = path.replace("{camera}", camera)
                .replace("{key}", key.secret())
                .replace("{id}", key.idText())
                .replace("{passphrase}", key.id().map(passphrases).orElse(UNKNOWN_PASSPHRASE));
        return port.isPresent()
                ? scheme + "://" + relay.hostOnly(otherHost) + ":" + port.getAsInt() + filled
                : relay.page(otherHost, filled).get(0);
    }

    /** The command with the address {@code url} and the key, where it shows that elsewhere. */
    public String command(String url, ShownKey key) {
        return command.replace("{url}", url).replace("{key}", key.secret());
    }
}
