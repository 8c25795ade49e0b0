package dev.fanlight.relay.admin.api;

import dev.fanlight.relay.log.RequestScope;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * Why a request was not answered as asked (RFC 9457). Immutable.
 *
 * @param code stable, for programs
 * @param title a sentence for people
 * @param field which member of the request is wrong, if it is one
 * @param retryAfter when to try again, if that helps
 */
public record Problem(Code code, String title, Optional<String> field, Optional<Duration> retryAfter) {

    /** Every kind of problem: the only list of them. */
    public enum Code {
        /** Something in the request is wrong. */
        BAD_REQUEST(400, "The request is wrong."),
        /** The link has a password and none was shown. */
        PASSWORD_REQUIRED(401, "This link has a password."),
        /** The API token is wrong, revoked or expired, whatever was asked for. */
        WRONG_TOKEN(401, "This token is not valid."),
        /** The password is wrong. */
        WRONG_PASSWORD(401, "The password is wrong."),
        /** Sent by another page, or without the header that pages of others cannot send. */
        CROSS_ORIGIN(
                403, "Requests that change something carry the header X-Fanlight: 1 and come from this relay’s pages."),
        /** It does not exist, or the caller may not do that; told alike. */
        NOT_FOUND(404, "There is nothing here."),
        /** Another camera has that name. */
        NAME_TAKEN(409, "Another camera has that name."),
        /** There is no room for one more. */
        LIMIT_REACHED(409, "There are too many already."),
        /** Another change to the same data was made at the same time. */
        CONFLICT(409, "Another change to the same data came first, so nothing was changed. Try again."),
        /** The body is over 16 KiB. */
        TOO_LARGE(413, "The request is too large."),
        /** The body is no JSON. */
        WRONG_TYPE(415, "The body must be application/json."),
        /** Too often, or too many at a time. */
        TOO_MANY_REQUESTS(429, "Too many requests. Try again later."),
        /** The store refuses what is to be changed; a right that was taken back is in force all the same. */
        NOT_STORED(503, "The relay cannot store that now, so nothing was changed."),
        /** The store refuses a ban, which is in force all the same. */
        BAN_NOT_STORED(
                503,
                "The ban is in force, but the relay cannot store it now: a restart would lift it. Repeat the ban once it can be saved."),
        /** The store refuses a time-out, which is in force all the same. */
        TIME_OUT_NOT_STORED(
                503,
                "The time-out is in force, but the relay cannot store it now: a restart would lift it. Repeat it once it can be saved."),
        /** The relay failed. */
        INTERNAL_ERROR(500, "The relay could not do that. Its log says why.");

        private final int status;
        private final String title;

        Code(int status, String title) {
            this.status = status;
            this.title = title;
        }

        /** The HTTP status. */
        public int status() {
            return status;
        }

        /** The value of the member {@code code}. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A problem with the sentence of its code. */
    public static Problem of(Code code) {
        return new Problem(code, code.title, Optional.empty(), Optional.empty());
    }

    /** A wrong member of the request. */
    static Problem field(String field, String sentence) {
        return new Problem(Code.BAD_REQUEST, sentence, Optional.of(field), Optional.empty());
    }

    /** Something that was tried too often. */
    static Problem tooMany(Duration wait) {
        return new Problem(Code.TOO_MANY_REQUESTS, Code.TOO_MANY_REQUESTS.title, Optional.empty(), Optional.of(wait));
    }

    /** The body of the answer, with the id of the present request. */
    JsonObject json() {
        JsonObject json = new JsonObject()
                .put("title", title)
                .put("status", code.status())
                .put("code", code.text());
        field.ifPresent(name -> json.put("field", name));
        retryAfter.ifPresent(time -> json.put("retry_after_ms", time.toMillis()));
        RequestScope.id().ifPresent(id -> json.put("request", id.text()));
        return json;
    }
}
