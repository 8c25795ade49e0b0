package dev.fanlight.relay.admin.service;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.fanlight.identity.CameraName;
import dev.fanlight.protocol.ToAgent;
import dev.fanlight.protocol.agent.Share;
import dev.fanlight.protocol.agent.ShareRefusal;
import dev.fanlight.protocol.agent.ShareRefused;
import dev.fanlight.protocol.agent.Shared;
import dev.fanlight.protocol.chat.ChatRole;
import dev.fanlight.relay.auth.Principal.Device;
import dev.fanlight.relay.config.PublicAddresses;
import dev.fanlight.relay.ingest.agent.LinkSharing;
import dev.fanlight.relay.store.LimitReachedException;
import dev.fanlight.relay.store.Links.Link;
import dev.fanlight.relay.store.Links.Made;
import dev.fanlight.relay.store.Links.NewLink;
import dev.fanlight.relay.store.StoreException;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Supplier;

/**
 * The links that people at a camera make with its agent. Only a hash of a key is stored, so the newest link of each camera is remembered in
 * memory and given again while it is valid for some time; at most one for each of {@link #MAX_REMEMBERED} cameras. Blocking, thread safe.
 */
public final class CameraLinks implements LinkSharing {

    /** The label by which the owner recognises them. */
    public static final String LABEL = "made by the camera";

    /** How long one is valid. */
    static final Duration LIFE = Duration.ofHours(24);

    /** Most of one camera that are valid at a time, so that a stolen device cannot use up the owner’s places. */
    static final int MAX_VALID = 20;

    /** Most cameras whose newest link is remembered. */
    static final int MAX_REMEMBERED = 1_000;

    /** A link that ends before long is not given again. */
    private static final Duration LEAST_LEFT = Duration.ofHours(12);

    private final LinkService links;
    private final Supplier<Optional<ChatRole>> allowed;
    private final Supplier<PublicAddresses> addresses;
    private final Clock clock;

    @GuardedBy("this")
    private final Map<CameraName, Made> newest = new LinkedHashMap<>();

    /** Makes links that allow what {@code allowed} says at that time, or none. */
    public CameraLinks(
            LinkService links, Supplier<Optional<ChatRole>> allowed, Supplier<PublicAddresses> addresses, Clock clock) {
        this.links = links;
        this.allowed = allowed;
        this.addresses = addresses;
        this.clock = clock;
    }

    @Override
    public synchronized ToAgent share(Device device, Share request) {
        Optional<ChatRole> role = allowed.get();
        if (role.isEmpty()) {
            return new ShareRefused(request.clientId(), ShareRefusal.OFF);
        }
        try {
            List<Link> existing = links.list(Optional.of(device.camera()));
            return again(device.camera(), existing, request)
                    .orElseGet(() -> make(device, role.get(), existing, request));
        } catch (LimitReachedException e) {
            return new ShareRefused(request.clientId(), ShareRefusal.TOO_MANY);
        } catch (StoreException e) {
            return new ShareRefused(request.clientId(), ShareRefusal.UNAVAILABLE);
        }
    }

    @GuardedBy("this")
    private Optional<ToAgent> again(CameraName camera, List<Link> existing, Share request) {
        return Optional.ofNullable(newest.get(camera))
                .flatMap(made -> existing.stream()
                        .filter(link ->
                                link.id().equals(made.id()) && left(link).compareTo(LEAST_LEFT) > 0)
                        .findFirst()
                        .map(link -> answer(camera, made.key(), left(link), request)));
    }

    @GuardedBy("this")
    private ToAgent make(Device device, ChatRole role, List<Link> existing, Share request) {
        CameraName camera = device.camera();
        long valid = existing.stream()
                .filter(link -> link.label().equals(LABEL) && left(link).compareTo(Duration.ZERO) > 0)
                .count();
        if (valid >= MAX_VALID) {
            return new ShareRefused(request.clientId(), ShareRefusal.TOO_MANY);
        }
        OptionalLong end = OptionalLong.of(clock.millis() + LIFE.toMillis());
        NewLink link = new NewLink(role, LABEL, end, OptionalInt.empty(), Optional.empty());
        Optional<Made> made = links.create(Actor.of(device), camera, link);
        made.ifPresent(known -> remember(camera, known));
        return made.map(known -> answer(camera, known.key(), LIFE, request))
                .orElseGet(() -> new ShareRefused(request.clientId(), ShareRefusal.UNAVAILABLE));
    }

    @GuardedBy("this")
    private void remember(CameraName camera, Made made) {
        newest.remove(camera);
        newest.put(camera, made);
        if (newest.size() > MAX_REMEMBERED) {
            newest.remove(newest.keySet().iterator().next());
        }
    }

    private ToAgent answer(CameraName camera, String key, Duration left, Share request) {
        String url = addresses.get().watch(Optional.empty(), camera.text(), key).get(0);
        return new Shared(request.clientId(), url, left);
    }

    /** Nothing once it is revoked. */
    private Duration left(Link link) {
        boolean ended =
                link.revokedMillis().isPresent() || link.expiresAtMillis().isEmpty();
        return ended ? Duration.ZERO : Duration.ofMillis(link.expiresAtMillis().getAsLong() - clock.millis());
    }
}
