package dev.fanlight.agent.testing;

import dev.fanlight.media.MediaHeader;
import dev.fanlight.protocol.FromPlayer;
import dev.fanlight.protocol.ProtocolException;
import dev.fanlight.protocol.SocketPath;
import dev.fanlight.protocol.ToPlayer;
import dev.fanlight.protocol.codec.MediaCodec;
import dev.fanlight.protocol.codec.MessageDecoder;
import dev.fanlight.protocol.codec.MessageEncoder;
import dev.fanlight.protocol.player.Watch;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;

/** A browser’s part at an agent’s preview: exchanges the key of an address, opens a socket and keeps what comes. Thread safe. */
public final class PreviewViewer implements WebSocket.Listener, AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final StringBuilder text = new StringBuilder();
    private final ByteArrayOutputStream binary = new ByteArrayOutputStream();
    private final WebSocket socket;

    public final List<ToPlayer> messages = new CopyOnWriteArrayList<>();
    public final List<MediaHeader> media = new CopyOnWriteArrayList<>();
    public final List<byte[]> payloads = new CopyOnWriteArrayList<>();
    public final CompletableFuture<Integer> closed = new CompletableFuture<>();

    private PreviewViewer(URI page, Optional<String> cookie) {
        WebSocket.Builder builder = HTTP.newWebSocketBuilder().subprotocols(SocketPath.SUBPROTOCOL);
        cookie.ifPresent(value -> builder.header("Cookie", value));
        socket = builder.buildAsync(URI.create("ws://" + page.getAuthority() + SocketPath.VIEW_PATH), this)
                .join();
    }

    /** The answer to the exchange of the address’s key. */
    public static HttpResponse<String> exchange(String address) throws IOException, InterruptedException {
        URI page = URI.create(address);
        return HTTP.send(
                HttpRequest.newBuilder(URI.create("http://" + page.getAuthority() + "/api/v1/session"))
                        .POST(HttpRequest.BodyPublishers.ofString(
                                "{\"camera\":\"" + camera(page) + "\",\"key\":\"" + page.getFragment() + "\"}"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** Opens an address as a browser does, and asks to watch. */
    public static PreviewViewer watch(String address) throws IOException, InterruptedException {
        String cookie = exchange(address).headers().firstValue("Set-Cookie").orElseThrow();
        PreviewViewer viewer = new PreviewViewer(URI.create(address), Optional.of(cookie.split(";", -1)[0]));
        viewer.send(watch(URI.create(address)));
        return viewer;
    }

    /** Asks to watch without having exchanged a key. */
    public static PreviewViewer intrude(String address) {
        PreviewViewer viewer = new PreviewViewer(URI.create(address), Optional.empty());
        viewer.send(watch(URI.create(address)));
        return viewer;
    }

    public void send(FromPlayer message) {
        sendText(MessageEncoder.encode(message));
    }

    public void sendText(String message) {
        socket.sendText(message, true).join();
    }

    /** Sends a message again and again until the other end closes, which it may do while one is on its way. */
    public void flood(String message, int most) {
        boolean isOpen = true;
        for (int i = 0; i < most && isOpen; i++) {
            isOpen = socket.sendText(message, true)
                    .handle((sent, failure) -> failure == null)
                    .join();
        }
    }

    public <T> Optional<T> first(Class<T> type) {
        return messages.stream().filter(type::isInstance).map(type::cast).findFirst();
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        text.append(data);
        if (last) {
            try {
                MessageDecoder.toPlayer(text.toString().getBytes(StandardCharsets.UTF_8))
                        .ifPresent(messages::add);
            } catch (ProtocolException e) {
                closed.completeExceptionally(e);
            }
            text.setLength(0);
        }
        from.request(1);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
        byte[] part = new byte[data.remaining()];
        data.get(part);
        binary.writeBytes(part);
        if (last) {
            take(binary.toByteArray());
            binary.reset();
        }
        from.request(1);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closed.complete(code);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void onError(WebSocket from, Throwable failure) {
        closed.completeExceptionally(failure);
    }

    @Override
    public void close() {
        socket.sendClose(1000, "").join();
    }

    private void take(byte[] message) {
        try {
            payloads.add(java.util.Arrays.copyOfRange(message, MediaCodec.HEADER_BYTES, message.length));
            media.add(MediaCodec.read(ByteBuffer.wrap(message)));
        } catch (ProtocolException e) {
            closed.completeExceptionally(e);
        }
    }

    private static Watch watch(URI page) {
        return new Watch(camera(page), Optional.empty(), Optional.empty(), OptionalLong.empty());
    }

    private static String camera(URI page) {
        return page.getPath().substring("/w/".length());
    }
}
