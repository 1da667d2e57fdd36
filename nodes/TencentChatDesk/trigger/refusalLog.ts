import { BoundedMap } from '../../../credentials/boundedMap';
import { isDocumented } from './events';

/** Milliseconds for which one line stands for all refusals alike. */
const quiet = 60_000;
const maxKept = 1_000;

/** The part of n8n's logger that is used. */
interface Logger {
	warn(message: string): void;
}

/**
 * Tells the log of calls that are refused because of their signature: no page says whether Desk and
 * Push sign theirs, and an app whose callbacks vanish has to learn why. One line a minute for each
 * trigger and command, since anybody can send such calls. Nothing of the call itself is written down.
 */
export class RefusalLog {
	private readonly told = new BoundedMap<string, true>({ max: maxKept, maxAge: quiet });

	/**
	 * @param scope the trigger that refused it
	 * @param now milliseconds since the epoch
	 */
	note(logger: Logger, scope: string, command: string | undefined, now: number): void {
		const name = command !== undefined && isDocumented(command) ? command : 'an unknown command';
		const key = `${scope} ${name}`;
		if (this.told.has(key, now)) return;
		this.told.set(key, true, now);
		logger.warn(
			`Tencent Chat Desk Trigger refused a call with 401: ${name}. It is not signed with the callback token of the credential, or its time is outside the window. Further calls like it are not logged for a minute.`,
		);
	}
}
