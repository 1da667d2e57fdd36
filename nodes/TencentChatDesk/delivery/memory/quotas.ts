import { BoundedMap } from '../../../../credentials/boundedMap';
import { Quota } from '../scheduling/quota';

/** Groups and rooms that are spoken to within one of the gaps between two calls: far fewer. */
const quotas = new BoundedMap<string, Quota>({
	max: 10_000,
	isInUse: (quota) => quota.wait() > 0,
});

/** The quota of a target; `key` names host, app and target. */
export function quotaFor(key: string, perSecond: number): Quota {
	const known = quotas.get(key);
	if (known) return known;
	const quota = new Quota(perSecond);
	quotas.set(key, quota);
	return quota;
}
