package dev.fanlight.agent.source.live.javacv;

import static org.bytedeco.ffmpeg.global.avutil.AVERROR_HTTP_FORBIDDEN;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_HTTP_NOT_FOUND;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_HTTP_OTHER_4XX;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_HTTP_SERVER_ERROR;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_HTTP_UNAUTHORIZED;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_INVALIDDATA;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_STREAM_NOT_FOUND;

import dev.fanlight.agent.config.CameraUrl;
import dev.fanlight.agent.config.RtspTransport;
import dev.fanlight.agent.javacv.FfmpegException;
import dev.fanlight.agent.source.SourceException;
import dev.fanlight.agent.source.SourceProblem;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** Sentences for cameras on the network that cannot be opened, or have ended. Stateless. */
final class NetworkFailures {

    private static final int EIO = -5;
    private static final int EPROTONOSUPPORT = -93;
    private static final int ENETUNREACH = -101;
    private static final int ECONNRESET = -104;
    private static final int ETIMEDOUT = -110;
    private static final int ECONNREFUSED = -111;
    private static final int EHOSTUNREACH = -113;

    private NetworkFailures() {}

    /** Looks the name up, because FFmpeg does not say that this has failed; may take seconds, which nothing interrupts. */
    static void checkName(CameraUrl url) throws SourceException {
        try {
            InetAddress.getByName(url.host());
        } catch (UnknownHostException e) {
            throw new SourceException(
                    SourceProblem.UNREACHABLE,
                    "There is no computer named " + url.host()
                            + " in this network. Is the name in camera.source spelled right?");
        }
    }

    /** Translates what FFmpeg says when it opens one. */
    static SourceException of(CameraUrl url, FfmpegException cause) {
        int code = cause.code();
        if (code == AVERROR_HTTP_UNAUTHORIZED()) {
            return new SourceException(
                    SourceProblem.NO_PERMISSION,
                    url.shown() + " wants another user or password (401). Set camera.user and camera.password.");
        }
        if (code == AVERROR_HTTP_FORBIDDEN()) {
            return new SourceException(
                    SourceProblem.NO_PERMISSION, url.shown() + " does not allow this user to watch (403).");
        }
        if (code == AVERROR_HTTP_NOT_FOUND()) {
            return new SourceException(
                    SourceProblem.MISSING,
                    url.shown() + " has no stream at this path (404). Its manual or ONVIF page says which one to use.");
        }
        if (code == AVERROR_HTTP_OTHER_4XX()) {
            return new SourceException(SourceProblem.UNSUPPORTED, url.shown() + " refuses the request (4xx).");
        }
        if (code == AVERROR_HTTP_SERVER_ERROR()) {
            return new SourceException(SourceProblem.BROKEN, url.shown() + " reports an error of its own (5xx).");
        }
        if (code == AVERROR_INVALIDDATA()) {
            return new SourceException(
                    SourceProblem.NOT_VIDEO, url.shown() + " answers with something other than a video stream.");
        }
        if (code == AVERROR_STREAM_NOT_FOUND()) {
            return new SourceException(SourceProblem.NOT_VIDEO, url.shown() + " sends no video.");
        }
        return unreachable(url, code);
    }

    /** Whether a server has said that it does not send by this transport (RTSP status 461). */
    static boolean isTransport(FfmpegException cause) {
        return cause.code() == EPROTONOSUPPORT;
    }

    /** It does not send by this transport. */
    static SourceException of(CameraUrl url, RtspTransport refused) {
        String other = (refused == RtspTransport.TCP ? RtspTransport.UDP : RtspTransport.TCP).word();
        return new SourceException(
                SourceProblem.UNSUPPORTED,
                url.shown() + " does not send its media over " + refused.word() + ". Set camera.rtsp_transport=" + other
                        + ".");
    }

    /** It has ended after it was open. */
    static SourceException ended(CameraUrl url) {
        return new SourceException(SourceProblem.GONE, url.shown() + " has ended the connection.");
    }

    private static SourceException unreachable(CameraUrl url, int code) {
        String name = url.shown();
        return switch (code) {
            case ECONNREFUSED ->
                new SourceException(
                        SourceProblem.UNREACHABLE,
                        name + " refuses connections. Is the camera's server on, and is the port right?");
            case ENETUNREACH, EHOSTUNREACH, ETIMEDOUT ->
                new SourceException(
                        SourceProblem.UNREACHABLE, name + " cannot be reached. Is the camera on, and in this network?");
            case ECONNRESET, EIO ->
                new SourceException(
                        SourceProblem.UNREACHABLE, name + " has ended the connection before it sent video.");
            default -> new SourceException(SourceProblem.BROKEN, name + " cannot be read (FFmpeg error " + code + ").");
        };
    }
}
