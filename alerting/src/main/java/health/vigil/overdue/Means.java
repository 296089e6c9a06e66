package health.vigil.overdue;

import health.vigil.alert.EscalationChains;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.deadline.DeadlineManager;

/** What a saga acts with. */
record Means(CommandGateway commands, DeadlineManager deadlines, EscalationChains chains) {}
