package dev.fanlight.relay.admin.api;

import io.vertx.core.Future;

/** Answers the calls of one route. */
sealed interface Endpoint {

    /** May block; called on a worker. */
    @FunctionalInterface
    non-sealed interface Blocking extends Endpoint {

        /**
         * The answer.
         *
         * @throws ProblemException when there is none
         */
        Answer answer(Call call);
    }

    /** Must not block; called on the event loop. */
    @FunctionalInterface
    non-sealed interface Later extends Endpoint {

        /**
         * The answer, once it is there; fails with a {@link ProblemException} when there is none.
         *
         * @param worker for what blocks
         */
        Future<Answer> answer(Call call, Blocks worker);
    }

    /** Does what blocks on a worker, and comes back to the event loop. */
    interface Blocks {

        /** Runs {@code work} on a worker. */
        <T> Future<T> run(java.util.concurrent.Callable<T> work);

        /** The same result; until it is there, the call does not count among those being answered. */
        <T> Future<T> aside(Future<T> result);
    }
}
