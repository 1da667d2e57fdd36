import type { INodeProperties } from 'n8n-workflow';
import type { Body, Deliverable } from '../contract';
import type { Fields } from '../parameters/fields';

/** One API command as an operation of the node: its controls beside its behaviour. Data only. */
export interface Operation extends Deliverable {
	/** Value of the operation picker, kept by saved workflows. */
	value: string;
	/** Title Case, as the picker shows it. */
	name: string;
	/** Sentence case, as n8n's node panel lists it. */
	action: string;
	description: string;
	/** When to take this operation and no other, for n8n's AI workflow builder. */
	builderHint?: string;
	/** Page that documents the command. */
	documentation: string;
	/** Controls, without the display options that show them for this operation only. */
	properties: INodeProperties[];
	/** Entries of the "Options" collection beyond those that every operation has. */
	options: INodeProperties[];
	/**
	 * Asks the recipient something: the message carries a link to a page, and the execution waits
	 * until the answer is given there.
	 */
	waits?: true;
	/**
	 * The body of one item's call, without the message numbers. Throws BadInput.
	 *
	 * @param link address of the page for the answer, where the operation waits for one
	 */
	request(fields: Fields, link?: string): Body;
	/** Values of controls for which "Import Missing Account" is shown; always when left out. */
	importsWhen?: NonNullable<INodeProperties['displayOptions']>['show'];
	/** Fields of the output that are as good as a password; n8n does not show them. */
	secretOutput?: readonly string[];
}

/** One choice of the resource picker. */
export interface Resource {
	value: string;
	name: string;
	description: string;
	operations: readonly Operation[];
}
