/** How a system is called: its name, what people write, the form of its version, and whether it is nothing without. */
export type SystemName = readonly [name: string, words: string, version?: string, isVersionNeeded?: true]

/** Later names of a kind begin with earlier ones: "Windows" may turn out to be "Windows Server 2022". */
export const systemNames: readonly SystemName[] = [
  ['Debian', 'deb(?:ia|ai)n', '1\\d|[7-9]'],
  ['Ubuntu', 'ubunt[uo](?: server)?', '[12]\\d(?:[.,]?(?:04|10))?'],
  ['CentOS', 'cent ?os(?: linux)?', '[5-8]'],
  ['CentOS Stream', 'cent ?os stream', '[89]|10'],
  ['AlmaLinux', 'alma ?linux', '[89]|10'],
  ['AlmaLinux', 'alma', '[89]|10', true],
  ['Rocky Linux', 'rocky ?linux', '[89]|10'],
  ['Rocky Linux', 'rocky', '[89]|10', true],
  ['RHEL', 'rhel|red ?hat(?: enterprise)?(?: linux)?', '[5-9]|10'],
  ['CloudLinux', 'cloud ?linux', '[6-9]|10'],
  ['Oracle Linux', 'oracle linux', '[6-9]|10'],
  ['Fedora', 'fedor', '[34]\\d'],
  ['openSUSE', 'open ?suse(?: leap)?', '1\\d\\.\\d'],
  ['SLES', 'sles', '1\\d'],
  ['Alpine Linux', 'alpine linux', '3\\.\\d\\d'],
  ['Arch Linux', 'arch ?linux'],
  ['FreeBSD', 'free ?bsd', '1\\d(?:\\.\\d)?'],
  ['Proxmox VE', 'proxmox(?: ve)?', '[5-9](?:\\.\\d)?'],
  ['VMware ESXi', '(?:vmware )?esxi', '[5-8](?:\\.\\d)?'],
  ['Windows', 'windows(?! (?:[78]|1[01])(?!\\d))'],
  ['Windows', 'win(?:dows)?', '[78]|1[01]', true],
  ['Windows Server', 'windows\\p{L}{0,2} ser[vw]er'],
  [
    'Windows Server',
    'win(?:dows)?\\p{L}{0,2}(?: ?(?:se?rv|ser[vw]er))?',
    '20(?:0[38]|1[269]|2[25])(?: ?r2)?',
    true,
  ],
]

/** How the two types are called. */
export const typeNames = [
  ['vps', 'vps(?:ik)?|virtual (?:private )?server|serwer\\p{L}{0,3} wirtualn\\p{L}{1,3}'],
  [
    'dedicated',
    'dedyk|serwer\\p{L}{0,3} dedyk\\p{L}{4,7}|dedyk\\p{L}{4,7} serwer|ded[ie]c[ai]?ted (?:server|box|machine)|bare[ -]metal',
  ],
] as const
