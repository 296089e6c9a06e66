package health.vigil.axon.deployment;

import org.jboss.jandex.DotName;

/** An event class with its name and revision in the log. */
record EventType(DotName type, String name, String revision) {}
