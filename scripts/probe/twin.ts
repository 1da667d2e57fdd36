import { readAccount } from '../../credentials/account';
import { customRegion } from '../../credentials/endpoints';
import { demoApp, startSimulator, type Behaviour } from '../../simulator';
import { askAll, type Asked } from './ask';
import type { Question } from './question';
import { CallbackListener } from './service/callbacks';
import { clientOf } from './service/client';
import { Service } from './service/service';
import { virtualTime } from './service/time';

/** The probe asks for no more than the smallest edition gives. */
export const trialLimits: Partial<Behaviour> = { pushReceiversPerSecond: 30, pushesPerDay: 10 };

/** The token with which the simulator signs callbacks here. */
const token = 'probe';

/**
 * Asks the simulator, on a clock that does not have to be waited for.
 *
 * @param behaviour how it answers where it would otherwise do as documented, or as observed
 */
export async function askSimulator(
	questions: readonly Question[],
	behaviour: Partial<Behaviour> = {},
): Promise<Asked[]> {
	const time = virtualTime();
	const [admin = ''] = demoApp.admins;
	const callbacks = await CallbackListener.open(0, token);
	const simulator = await startSimulator({
		now: time.now,
		behaviour: { ...trialLimits, ...behaviour },
		callbacks: { url: `http://127.0.0.1:${callbacks.port}`, token },
	});
	try {
		const account = readAccount({
			...demoApp,
			identifier: admin,
			region: customRegion,
			customHost: simulator.url,
		});
		return await askAll(
			new Service({ send: clientOf(account), time, admin, callbacks }),
			questions,
		);
	} finally {
		await simulator.close();
		await callbacks.close();
	}
}
