import type {
	BatchCall,
	Body,
	ChainCall,
	ListCall,
	SingleCall,
} from '../../../../nodes/TencentChatDesk/contract';
import type { CallOf, Listing } from '../../../../nodes/TencentChatDesk/delivery/call';
import { RateLimiter } from '../../../../nodes/TencentChatDesk/delivery/scheduling/rateLimiter';
import { noAttempts } from '../../../../nodes/TencentChatDesk/delivery/scheduling/retry';
import type { Settings } from '../../../../nodes/TencentChatDesk/delivery/settings';

/** What a user gets who changes nothing. */
export const defaultSettings: Settings = {
	requestsPerSecond: 100,
	maxConcurrency: 256,
	timeout: 10_000,
	maxRetries: 6,
	keepOrder: true,
	dryRun: false,
	sendOnce: false,
	simplify: true,
	importMissingAccount: false,
	limit: 1,
};

/** What every call carries, from the bodies of its items. */
const begun = (
	payloads: Body[],
	{ path, retry }: { path: unknown; retry: SingleCall['retry'] },
) => ({
	items: payloads.map((payload, item) => ({ item, payload })),
	payload: payloads[0] ?? {},
	path: String(path),
	rateLimiter: new RateLimiter(),
	orderingKey: '',
	weight: 1,
	settings: defaultSettings,
	retry,
	attempts: noAttempts(),
});

export const singleCall = (operation: SingleCall, payload: Body): CallOf<'single'> => ({
	...begun([payload], operation),
	shape: 'single',
	operation,
});

export const listCall = (
	operation: ListCall,
	payload: Body,
	listing: Partial<Listing> = {},
): CallOf<'list'> => ({
	...begun([payload], operation),
	shape: 'list',
	operation,
	listing: {
		limit: Number.POSITIVE_INFINITY,
		records: [],
		pages: new Set(),
		files: [],
		...listing,
	},
});

export const batchCall = (operation: BatchCall, payloads: Body[]): CallOf<'batch'> => ({
	...begun(payloads, operation),
	payload: operation.batch.merge(payloads),
	shape: 'batch',
	operation,
	bisection: { groups: [], refusals: 0 },
});

export const chainCall = (operation: ChainCall, payload: Body): CallOf<'chain'> => ({
	...begun([payload], operation),
	shape: 'chain',
	operation,
	chain: { bodies: operation.chain.bodies(payload), done: 0 },
});
