import type { ApiOperation } from '../../nodes/TencentChatDesk/contract';
import { findOperation } from '../../nodes/TencentChatDesk/operations';
import { callsApi, type Operation } from '../../nodes/TencentChatDesk/operations/operation';

/** An operation of the catalogue that calls an API. */
export function apiOperation(resource: string, name: string): Operation<ApiOperation> {
	const found = findOperation(resource, name);
	if (!found || !callsApi(found)) throw new Error(`There is no ${resource}.${name} with a call`);
	return found;
}
