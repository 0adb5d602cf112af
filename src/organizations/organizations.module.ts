import { Module } from '@nestjs/common';
import { AddConstituent } from './add-constituent';
import { AddContact } from './contacts/add-contact';
import { ShowContact } from './contacts/show-contact';
import { ChangeContact } from './contacts/change-contact';
import { ContactFactsController } from './contacts/contact-facts.controller';
import { ContactHistoryStore } from './contacts/contact-history.store';
import { ContactsController } from './contacts/contacts.controller';
import { ContactsStore } from './contacts/contacts.store';
import { OwnContacts } from './contacts/own-contacts';
import { RemoveContact } from './contacts/remove-contact';
import { VerifyContact } from './contacts/verify-contact';
import { AddKey } from './keys/add-key';
import { KeysController } from './keys/keys.controller';
import { KeysStore } from './keys/keys.store';
import { RemoveKey } from './keys/remove-key';
import { ListOrganizations } from './list-organizations';
import { NamesController } from './names/names.controller';
import { NamesStore } from './names/names.store';
import { Rename } from './names/rename';
import { NamespacesStore } from './namespace/namespaces.store';
import { SetNamespace } from './namespace/set-namespace';
import { Organizations } from './organizations';
import { OrganizationsController } from './organizations.controller';
import { OrganizationsStore } from './organizations.store';
import { DescribeOrganization } from './describe-organization';
import { OwnOrganization } from './own-organization';
import { ChangeProfile } from './profile/change-profile';
import { ExportProfile } from './profile/export-profile';
import { ProfilesController } from './profile/profiles.controller';
import { ProfilesStore } from './profile/profiles.store';
import { ShowProfile } from './profile/show-profile';
import { ShowOrganization } from './show-organization';

const directory = [
  OrganizationsStore,
  Organizations,
  OwnOrganization,
  DescribeOrganization,
  ListOrganizations,
  ShowOrganization,
];
const profile = [ProfilesStore, ShowProfile, ChangeProfile, ExportProfile];
const contacts = [
  ContactsStore,
  ContactHistoryStore,
  OwnContacts,
  AddContact,
  ShowContact,
  ChangeContact,
  RemoveContact,
  VerifyContact,
];
const keys = [KeysStore, AddKey, RemoveKey];
const names = [NamesStore, Rename, NamespacesStore, SetNamespace];

/** Who is who, and what each says of itself. */
@Module({
  controllers: [
    OrganizationsController,
    ProfilesController,
    ContactsController,
    ContactFactsController,
    KeysController,
    NamesController,
  ],
  providers: [...directory, AddConstituent, ...profile, ...contacts, ...keys, ...names],
  exports: [Organizations, DescribeOrganization],
})
export class OrganizationsModule {}
