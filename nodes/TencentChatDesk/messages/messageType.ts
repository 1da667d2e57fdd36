import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { Fields } from '../parameters/fields';

/** One element of a `MsgBody`. Documentation: Chat > "Message Formats". */
export interface MessageElement extends IDataObject {
	MsgType: string;
	MsgContent: IDataObject;
}

/** One choice of "Message Type": its controls in the panel, and how they become elements. */
export interface MessageType {
	/** Value of the picker, kept by saved workflows. */
	value: string;
	name: string;
	description: string;
	/** Controls, without the display options that show them for this type only. */
	properties: INodeProperties[];
	elements(fields: Fields): MessageElement[];
}
