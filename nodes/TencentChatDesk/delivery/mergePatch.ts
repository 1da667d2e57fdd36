import type { IDataObject } from 'n8n-workflow';
import { isObject, objectOf } from '../parameters/json';

/**
 * JSON Merge Patch (RFC 7396): objects are merged field by field, a null removes a field, anything
 * else replaces. Neither argument is changed, and no name, `__proto__` included, is special.
 */
export function mergePatch(target: IDataObject, patch: IDataObject | undefined): IDataObject {
	if (!patch) return target;
	const merged = new Map(Object.entries(target));
	for (const [name, value] of Object.entries(patch)) {
		if (value === null) merged.delete(name);
		else if (isObject(value)) {
			const under = merged.get(name);
			merged.set(name, mergePatch(objectOf(under), value));
		} else merged.set(name, value);
	}
	return Object.fromEntries(merged);
}
