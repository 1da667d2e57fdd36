import type { AppState } from '../state/app';
import type { Callbacks } from './callbacks';

/** Chat > Alert: the callback for a rate that passes 80 % of its threshold (page 60256). */
const threshold = 0.8;

interface Second {
	number: number;
	calls: number;
}

/**
 * Watches how often commands are called and tells when a second has nearly as many calls as are
 * allowed, refused ones included: the page's sample counts more than the limit. How often it tells is
 * on no page; here once for each command and second.
 */
export class LimitAlert {
	private readonly seconds = new Map<string, Second>();

	constructor(private readonly callbacks: Callbacks) {}

	/**
	 * @param path `service/command`
	 * @param limit calls a second that the page of the command allows
	 */
	count(state: AppState, path: string, limit: number, now: number): void {
		const key = `${state.app.sdkAppId}/${path}`;
		const number = Math.floor(now / 1000);
		let second = this.seconds.get(key);
		if (second?.number !== number) this.seconds.set(key, (second = { number, calls: 0 }));
		second.calls += 1;
		if (second.calls !== Math.floor(limit * threshold) + 1) return;
		const [ServiceName = '', Command = ''] = path.split('/');
		this.callbacks.tell(state, {
			command: 'Alert.RequestOverLimit',
			platform: 'RESTAPI',
			body: { ServiceName, Command, Request: second.calls, Limit: limit },
			leavesOut: ['ClientIP'],
		});
	}

	clear(): void {
		this.seconds.clear();
	}
}
