import type { Options } from './options';
import { CallbackListener } from './service/callbacks';

/** The command of the callback that the probe sends to itself. */
const greeting = 'Probe.Greeting';

/**
 * Listens for callbacks, if an address was given, and makes sure that it leads here.
 *
 * @throws Error that says what to do when it does not
 */
export async function openCallbacks(
	{ callbackUrl, callbackPort }: Pick<Options, 'callbackUrl' | 'callbackPort'>,
	token: string | undefined,
): Promise<CallbackListener | undefined> {
	if (callbackUrl === undefined) return undefined;
	const callbacks = await CallbackListener.open(callbackPort, token);
	const address = new URL(callbackUrl);
	address.searchParams.set('CallbackCommand', greeting);
	await fetch(address, { method: 'POST', body: '{}' }).catch(() => undefined);
	if (callbacks.received.some(({ command }) => command === greeting)) return callbacks;
	await callbacks.close();
	throw new Error(
		`The address of --callback-url does not lead to port ${callbackPort} of this machine. A tunnel such as cloudflared or ngrok makes such an address.`,
	);
}
