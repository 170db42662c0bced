package dev.greenroom.api.webhook;

/** An endpoint with a secret that was just made. */
record IssuedSecret(Webhook webhook, Secret secret) {}
