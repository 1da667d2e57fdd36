import type { ApiResponse, Body, Outcome } from '../../contract';
import { joining } from '../shared/joining';
import type { BatchOperation } from '../operation';
import { recordsIn } from '../shared/records';
import {
	accountProperty,
	accountRateLimit,
	ofAccount,
	readAccount,
	readSubscriber,
	subscriberProperty,
} from './accountFields';

/** Page 1047/60760; that of removing prints none. */
const maxSubscribers = 100;

/** `Result`: 0 failed, 1 done, 2 it was so already. */
const failed = 0;

interface Subscribing {
	/** The field of the body, and how it names somebody. */
	field: 'SubscriberList' | 'SubscriberToDel_Account';
	entry(userId: string): string | Body;
	/** What happened when it failed, as the end of a sentence about the user. */
	failed: string;
	subscribed: boolean;
}

const nameOf = (entry: string | Body) =>
	typeof entry === 'string' ? entry : String(entry.Subscriber_Account);

/** How subscribers are added and removed; items of one account share calls. */
export function subscribing({ field, entry, failed: whatFailed, subscribed }: Subscribing) {
	const namesIn = (body: Body) => ((body[field] ?? []) as Array<string | Body>).map(nameOf);

	function outcomeFor(response: ApiResponse, body: Body): Outcome {
		const { Official_Account } = body;
		const [Subscriber_Account = ''] = namesIn(body);
		const data = { Official_Account, Subscriber_Account };
		const result = recordsIn(response, 'SubscriberList').find(
			(one) => one.Subscriber_Account === Subscriber_Account,
		);
		if (!result) {
			return {
				done: false,
				kind: 'lost',
				message: `Tencent's response says nothing of '${Subscriber_Account}'`,
				advice: "Look the subscribers up with 'Get Subscribers'.",
				data,
			};
		}
		const { Result } = result;
		if (Result === failed) {
			return {
				done: false,
				kind: 'permanent',
				message: `'${Subscriber_Account}' ${whatFailed}`,
				advice:
					'Check whether the account exists, and whether there is room for one more subscriber.',
				data: { ...data, Result },
			};
		}
		return { done: true, output: { ...data, subscribed, Result } };
	}

	return {
		shape: 'batch',
		properties: [accountProperty, subscriberProperty],
		options: [],
		request: (fields) => ({
			Official_Account: readAccount(fields),
			[field]: [entry(readSubscriber(fields))],
		}),
		orderingKey: ofAccount,
		retry: { policy: 'idempotent' },
		rateLimit: accountRateLimit,
		batch: {
			maxSize: maxSubscribers,
			key: ({ Official_Account }) => JSON.stringify(Official_Account),
			about: namesIn,
			merge: joining(field),
			interpret: (response, bodies) => bodies.map((body) => outcomeFor(response, body)),
		},
	} satisfies Partial<BatchOperation>;
}
