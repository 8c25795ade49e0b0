package dev.fanlight.agent;

import dev.fanlight.agent.media.ForwardingControl;
import dev.fanlight.agent.pipeline.PipelineControl;
import java.util.Set;

/**
 * What a relay requests during a trial: all but the demand, for a trial wants the camera though no viewer does. Thread safe.
 *
 * @param target the camera’s own control
 */
record TrialControl(PipelineControl target) implements ForwardingControl {

    @Override
    public void demand(int readers, Set<Integer> tracks) {}
}
