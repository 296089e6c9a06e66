package health.vigil.architecture.planted.projection;

import org.axonframework.commandhandling.gateway.CommandGateway;

record NotifyingProjection(CommandGateway commands) {}
