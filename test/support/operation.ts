import type { ApiOperation } from '../../nodes/TencentChatDesk/contract';
import { resources } from '../../nodes/TencentChatDesk/operations';
import { callsApi, type Operation } from '../../nodes/TencentChatDesk/operations/operation';

/** The operation that the two pickers name, or undefined. */
export function findOperation(resource: string, operation: string): Operation | undefined {
	return resources
		.find(({ value }) => value === resource)
		?.operations.find(({ value }) => value === operation);
}

/** An operation of the catalogue that calls an API. */
export function apiOperation(resource: string, name: string): Operation<ApiOperation> {
	const found = findOperation(resource, name);
	if (!found || !callsApi(found)) throw new Error(`There is no ${resource}.${name} with a call`);
	return found;
}
