import { PackageDirectoryLoader } from 'n8n-core';
import { NodeHelpers } from 'n8n-workflow';
import type {
	ICredentialType,
	IDataObject,
	INodeType,
	INodeTypes,
	IVersionedNodeType,
} from 'n8n-workflow';

import { standIns } from './standIns';

/** The nodes and credentials of one built package, found by n8n's own loader. */
export class PackageTypes implements INodeTypes {
	private constructor(private readonly loader: PackageDirectoryLoader) {}

	/** @param folder the package's folder: the one that holds package.json and dist/ */
	static async load(folder: string): Promise<PackageTypes> {
		const loader = new PackageDirectoryLoader(folder);
		await loader.loadAll();
		return new PackageTypes(loader);
	}

	getByName(type: string): INodeType | IVersionedNodeType {
		const standIn = standIns.get(type);
		if (standIn) return standIn;
		const prefix = `${this.loader.packageName}.`;
		if (!type.startsWith(prefix)) {
			throw new Error(`No node of type "${type}" is known here: add a stand-in for it`);
		}
		return this.loader.getNode(type.slice(prefix.length)).type;
	}

	getByNameAndVersion(type: string, version?: number): INodeType {
		return NodeHelpers.getVersionedNodeType(this.getByName(type), version);
	}

	getKnownTypes(): IDataObject {
		return { ...this.loader.known.nodes };
	}

	/** The loaded credential class of that name. */
	getCredential(name: string): ICredentialType {
		return this.loader.getCredential(name).type;
	}
}
