import type { IDataObject } from 'n8n-workflow';

/** Desk tells of everything in a session under one command; `Event` says what it was. */
export const sessionEvent = 'Desk.SessionEventNotify';

/** Values of the picker for a part of that. */
export const customerWrites = 'customerWrites';
export const sessionChanges = 'sessionChanges';

/** Whether an item is of a part of Desk's session events that the panel names. */
export function isSessionPart(item: IDataObject, events: readonly string[]): boolean {
	const { callbackCommand, senderId, customerId, MsgBody } = item;
	if (callbackCommand !== sessionEvent) return false;
	const isByCustomer = senderId !== undefined && senderId === customerId;
	return (
		(events.includes(customerWrites) && isByCustomer) ||
		(events.includes(sessionChanges) && !Array.isArray(MsgBody))
	);
}
