package dev.fanlight.relay.doctor;

import dev.fanlight.cli.Finding;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Whether the public name leads to this computer. Blocking.
 *
 * @param name public name or address, empty when none is set
 * @param own addresses of this computer
 */
public record NameCheck(String name, List<String> own) {

    private static final String ABOUT = "name";

    /** What was found. */
    public Finding run() {
        if (name.isEmpty()) {
            return Finding.warning(
                    ABOUT,
                    "no public name is set: links name an address of this computer",
                    "Set http.public_host, or run: sudo fanlight-relay setup");
        }
        try {
            List<InetAddress> addresses = Arrays.asList(InetAddress.getAllByName(name));
            String text = name + " is "
                    + addresses.stream().map(InetAddress::getHostAddress).collect(Collectors.joining(", "));
            return addresses.stream().anyMatch(this::isOwn)
                    ? Finding.fine(ABOUT, text)
                    : Finding.warning(
                            ABOUT,
                            text + ", no address of this computer",
                            "That is right behind a router or a cloud's NAT, if the ports are forwarded to here.");
        } catch (UnknownHostException e) {
            return Finding.problem(
                    ABOUT,
                    "There is no host named " + name + ".",
                    "Add it to your DNS zone, with the address of this computer.");
        }
    }

    private boolean isOwn(InetAddress address) {
        return address.isLoopbackAddress()
                || own.contains(address.getHostAddress().replaceFirst("%.*", ""));
    }
}
