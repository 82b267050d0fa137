/** English, and the shape of every other language. Rooms are in the order of the customer's way. */
export const en = {
  intro: {
    text: 'Support engineers and system administrators work directly in your server’s operating system: at your request, and with the explicit authorization of the account owner.',
    prepare:
      'Have ready: a description of the problem, login details with administrator rights, and the account owner’s authorization (given in step 4).',
    more: 'What you will need, and how long it takes',
    needTitle: 'What you will need',
    needServer: 'the server’s IP address, service ID or name',
    needProblem: 'what is wrong, what should be done, and any error messages',
    needAccess:
      'login details of an account with administrator rights; if the password is lost, you can ask for a password reset instead',
    needAccessAlways: 'login details of an account with administrator rights',
    needOwner: 'the authorization of the account owner',
    duration: 'Filling this in takes about five minutes.',
    chat: 'Live chat is for a first consultation only. The intervention itself needs this request.',
  },
  form: {
    progress: 'Step {{index}} of {{count}}',
    continue: 'Continue',
    back: 'Back',
    send: 'Send the request',
    sending: 'Sending the request…',
    sealing: 'Sealing your login details…',
    change: 'Change',
    changeWhat: 'Change: {{what}}',
    edit: 'Go back and edit',
    optional: 'optional',
    loading: 'Loading your services…',
    loadFailed: 'Your services couldn’t be loaded. Try again, or file the request by hand.',
    tryAgain: 'Try again',
    signIn:
      'Your session in the client area has ended. Sign in again in another tab, then come back here and try again: what you typed stays here.',
  },
  step: {
    server: 'Which server',
    problem: 'What is wrong',
    access: 'Access to the server',
    authorization: 'Your authorization',
    check: 'Check before you send',
    sent: 'Request sent',
  },
  byHand: {
    title: 'File the request by hand',
    text: 'You can file the same request as a ticket in the client area: {{path}}.',
    include:
      'Write which server it is, what is wrong, what should be done and any error messages, and that you, the account owner, authorize the work in the operating system.',
    credentials:
      'Don’t put a password into the text of the ticket. Ask there how to hand over login details.',
    chat: 'Live chat is for a first consultation only: the intervention itself needs a ticket.',
  },
  field: {
    server: { label: 'Server', hint: 'IP address, host name, service ID or service name.' },
    serverType: {
      label: 'Kind of server',
      hint: 'It decides which access methods are possible.',
    },
    operatingSystem: {
      label: 'Operating system',
      hint: 'For example Debian 12 or Windows Server 2022. Leave it empty if you don’t know.',
    },
    tasks: {
      label: 'Kind of work',
      hint: 'All of this is in the standard service. Choose everything that fits; if nothing does, leave it empty: support will tell from your description.',
    },
    extras: {
      label: 'Additional services',
      hint: 'Not in the standard service. Support confirms whether it is possible, and the price.',
      fold: 'Additional (paid) services',
      foldHint:
        'If the work goes beyond the list above. Support confirms whether it is possible, and the price.',
    },
    problem: {
      label: 'What is the problem?',
      hint: 'What happens, since when, and what changed before. Don’t write passwords here: there is a protected place for them in the access step.',
    },
    action: {
      label: 'What should the engineers do?',
      hint: 'For example: make SSH work again, and leave the web server’s configuration as it is.',
    },
    errors: { label: 'Error messages and symptoms', hint: 'Copy them exactly as you see them.' },
    access: {
      label: 'How can the engineer get in?',
      hint: 'Login details to your operating system are known only to you: the provider has none.',
    },
    username: {
      label: 'User name',
      hint: 'An account with administrator rights, for example root, Administrator or DOMAIN\\user.',
    },
    password: {
      label: 'Password',
      hint: 'It is sealed before sending: only the support team can read it.',
    },
    privateKey: {
      label: 'Private key',
      hint: 'The whole key, with its first and last line. It is sealed before sending.',
    },
    passphrase: { label: 'Key passphrase', hint: 'Only if the key has one. It is sealed before sending.' },
    port: { label: 'Port', hint: 'Only if it isn’t the usual one: 22 for SSH, 3389 for RDP.' },
    secondFactor: {
      label: 'This account uses a second factor',
      hint: 'For example a code from an app. The engineer can’t log in without it, so stay reachable.',
    },
    noAccessReason: {
      label: 'Why can’t you log in?',
      hint: 'A few words are enough, for example: the password is lost.',
    },
    consoleConsent: {
      label:
        'I agree that the engineers use rescue mode or a console, restart the server for that, and mount its file systems.',
      hint: 'Without login details the engineers need this to get in.',
    },
    duties: { label: 'Your part', hint: 'Confirm each point.' },
    methods: {
      label: 'Allowed access methods',
      hint: 'The engineer chooses one by the kind of server and the problem. Untick what must not be used.',
    },
    timeWindow: {
      label: 'How long the authorization is valid',
      hint: 'Choose the time that the engineers may use.',
    },
    reboot: {
      label: 'The server may be restarted if the work needs it',
      hint: 'Rescue mode and some repairs need a restart.',
    },
    signer: { label: 'Person who authorizes', hint: 'First and last name of the account owner.' },
    ownerDeclared: {
      label: 'I declare that I am the owner of this account.',
      hint: 'Only the account owner can authorize the work.',
    },
    country: {
      label: 'Country',
      hint: 'Where you live, or where your company is established. The VAT depends on it.',
    },
    postcode: {
      label: 'Postcode',
      hint: 'Some areas of this country have a VAT of their own.',
    },
    customerType: { label: 'You buy as', hint: 'Companies may be taxed otherwise than private persons.' },
    vatId: {
      label: 'VAT ID',
      hint: 'With the letters of the country, for example DE123456789.',
    },
    authorization: {
      label: 'I give the authorization in the text above.',
      hint: 'Nothing is sent yet: you will check everything first.',
    },
  },
  server: {
    pick: 'Your services',
    other: 'Another server: type its address or name',
  },
  serverType: { dedicated: 'Dedicated server', vps: 'VPS', unknown: 'I don’t know' },
  task: {
    'password-reset': {
      title: 'Reset of the root or Administrator password',
      hint: 'You can’t log in because the administrator’s password is lost or doesn’t work.',
    },
    'network-recovery': {
      title: 'Recovery of the firewall or network configuration',
      hint: 'The server can’t be reached after a change of the firewall or the network.',
    },
    'remote-access-restore': {
      title: 'Restoring the SSH or RDP service',
      hint: 'The server runs, but you can’t connect over SSH or remote desktop.',
    },
    'bootloader-repair': {
      title: 'Boot loader repair (GRUB, Windows Boot Manager)',
      hint: 'The operating system doesn’t start after the server is switched on.',
    },
    'filesystem-repair': {
      title: 'File system check and repair',
      hint: 'Disk errors appear, or files can’t be read or written.',
    },
    'service-restart': {
      title: 'Restart or reconfiguration of critical services',
      hint: 'A service has stopped or needs other settings, a database service included.',
    },
    'os-diagnostics': {
      title: 'OS-level diagnostics when remote access is down',
      hint: 'Remote access is down and the cause isn’t known.',
    },
    'software-install': {
      title: 'Installation or configuration of software',
      hint: 'Software needs to be installed or set up, from third parties too.',
    },
  },
  extra: {
    note: 'Additional service: it may be possible. Support confirms whether it is, and the price.',
    'application-troubleshooting': {
      title: 'Application problems (databases, web applications, custom software)',
      hint: 'A service runs, but the database, web application or custom program in it misbehaves.',
    },
    'data-recovery': {
      title: 'Recovery of data from damaged or deleted files',
      hint: 'Files are damaged or deleted and you need their content.',
    },
    'performance-tuning': {
      title: 'Optimization or performance tuning',
      hint: 'The server works, but too slowly.',
    },
    'malware-removal': {
      title: 'Malware removal or security incident response',
      hint: 'Somebody has broken in, or you suspect malicious software.',
    },
  },
  scope: {
    included: {
      title: 'In the standard service',
      text: 'Everything you ticked is in the standard service.',
    },
    extra: {
      title: 'Additional (paid) service',
      text: 'What you chose isn’t in the standard service. It may be possible for an additional fee: support confirms whether it is, and the price.',
    },
    mixed: {
      title: 'Partly an additional (paid) service',
      text: 'The tasks you chose are in the standard service. The additional services may be possible for an additional fee: support confirms whether they are, and the price.',
    },
    unclear: {
      title: 'Support will tell',
      text: 'Nothing is ticked, so it can’t be said yet whether this is in the standard service. You can go on without ticking anything: support decides from your description.',
    },
    more: 'Your description speaks of additional (paid) services too: tick them above if you want them.',
    split: { included: 'In the standard service', extra: 'Additional (paid), if possible' },
  },
  suggestion: {
    title: 'From your description, this may fit:',
    hint: 'Press what fits. We tick nothing for you.',
    extra: '{{title}}: additional (paid) service',
    operatingSystem: 'Operating system: {{name}}',
    serverType: 'Kind of server: {{type}}',
    announced: 'From your description, this may fit: {{list}}.',
  },
  guard: {
    found: {
      password: 'This looks like a password.',
      key: 'This looks like a secret key.',
      token: 'This looks like an access key.',
      'url-credentials': 'This looks like a password in an address.',
      known: 'These are your login details from the step “Access to the server”.',
    },
    text: 'Everybody who reads the ticket would see it here.',
    moveText:
      'If it is for logging in to the server, move it: in the protected field only the engineers can open it.',
    action: {
      moved: 'Move to the protected field',
      masked: 'Mask it',
      kept: 'It isn’t a secret',
    },
    moved: 'Moved to the protected field in the step “Access to the server”. Only the engineers can open it.',
    masked: 'Masked: it no longer stands in your texts.',
    kept: 'Left as it is.',
    announced:
      'Something in your text looks like a password or a key. Below the text, choose what to do with it.',
  },
  method: {
    'ssh-rdp': {
      title: 'SSH or RDP',
      hint: 'Standard remote access with your login details: the primary method for most interventions.',
    },
    'ip-kvm': {
      title: 'IP-KVM console',
      hint: 'A remote console, like a keyboard and monitor at the server, on dedicated servers with the IP-KVM option.',
    },
    rescue: {
      title: 'Rescue mode',
      hint: 'The server boots a minimal Linux over the network, so that its root file system can be mounted and repaired.',
    },
    vnc: {
      title: 'VNC console',
      hint: 'Access to the virtual console of a VPS, whatever its network configuration.',
    },
    datacentre: {
      title: 'Data-centre access',
      hint: 'Technicians on site, when remote methods are unavailable or the hardware must be touched. It can take longer.',
    },
    onceLogin: 'once the password is reset',
    ifAvailable: 'if your server has it',
  },
  offer: {
    title: 'How the engineers may connect',
    line: 'The engineer chooses. First: {{first}}.',
    primary: 'Tried first.',
    'primary-if-it-answers': 'Tried first. If the server doesn’t answer, another way follows.',
    fits: 'Possible on your server.',
    'with-boot': 'Possible on your server: it is restarted into another system for that.',
    'not-allowed': 'You don’t allow it in your authorization.',
    'with-reboot': 'Possible with a restart of the server: a console alone ends at the login prompt.',
    'on-site':
      'The last resort: when nothing works from a distance, or the hardware must be touched. It can take longer.',
    'once-login-exists': 'Only once somebody can log in again.',
    'server-type-unknown': 'If your server has it.',
    'option-unknown': 'If your server has it.',
    'other-server-type': 'Not on this kind of server.',
    'option-missing': 'Your server doesn’t have this option.',
  },
  access: {
    account: {
      title: 'I have an administrator account',
      hint: 'You give its user name and a password or private key.',
    },
    'ssh-key': {
      title: 'I will add the support team’s SSH key',
      hint: 'If you can still run a command on the server. No password is handed over.',
    },
    none: {
      title: 'I cannot log in',
      hint: 'One of the chosen tasks can go without login details.',
    },
    unusual: 'Another port, a second factor',
    unusualHint: 'Only if this account needs it.',
    noneUnless:
      'This work can’t be done without login details. Choose an administrator account; if you can’t log in to one, add to the tasks: {{tasks}}.',
    kind: 'How do you log in to this account?',
    password: 'With a password',
    'private-key': 'With a private key',
    sealedNote:
      'Your login details are sealed in this browser before they are sent: only the support team can read them.',
    sealed: 'Your login details were sealed at {{time}}. To change them, type new ones.',
    lost: 'Password lost? Go back one step and choose “{{task}}”: then you can go on without login details.',
    typeAnew: 'Type new login details',
    sshCommand: {
      intro: 'Run this command on the server, logged in as the user whose account the engineer will use:',
      does: 'It adds the support team’s public key to the keys that may log in to this account, and sets the file permissions that SSH asks for.',
      after: 'After the intervention, remove the added line from the file ~/.ssh/authorized_keys.',
      copy: 'Copy the command',
      copied: 'Command copied',
    },
    noCredentialsMethods:
      'Without login details, the engineers use rescue mode, or a console with a restart of the server.',
    noSealingTitle: 'Login details can’t be taken here',
    noSealing:
      'This client area has no protected place for login details, and they are never sent unprotected.',
  },
  narrowing: {
    title: 'What the engineers may use',
    reboot: 'restart allowed',
    noReboot: 'no restart',
  },
  credential: {
    title: 'Login details for the server',
    sealed: 'Sealed: only the support team can read your login details.',
    failed: 'Your login details aren’t sealed.',
  },
  reveal: {
    show: 'Show',
    hide: 'Hide',
    password: {
      show: 'Show password',
      hide: 'Hide password',
      shown: 'The password is visible',
      hidden: 'The password is hidden',
    },
    passphrase: {
      show: 'Show key passphrase',
      hide: 'Hide key passphrase',
      shown: 'The key passphrase is visible',
      hidden: 'The key passphrase is hidden',
    },
  },
  capsLock: 'Caps Lock is on.',
  warning: {
    'edge-blanks': {
      title: 'There is a space at the beginning or the end.',
      text: 'That often comes with copying. If it doesn’t belong there, remove it; if it does, leave it: everything is passed on exactly as it stands here.',
      action: 'Remove the space',
    },
    'equals-username': {
      title: 'The password is the same as the user name.',
      text: 'Check that each field holds the right one. If it really is so, leave it.',
    },
    'looks-like-private-key': {
      title: 'This looks like a private key.',
      text: 'A key has a field of its own.',
      action: 'Move it to “{{field}}”',
      moved: 'The key is now in the field “{{field}}”.',
      unmovable: 'This field drops the key’s line breaks. Paste the key into its own field.',
      anew: 'Clear this and go to “{{field}}”',
    },
    'looks-like-public-key': {
      title: 'This looks like a public key, not a private one.',
      text: 'A public key lets nobody in. Give the private key that belongs to it: usually the file of the same name without .pub.',
    },
    'looks-like-hash': {
      title: 'This looks like a hash of a password.',
      text: 'Nobody can log in with a hash. Give the password itself. If this is the password, leave it.',
    },
    'filled-by-browser': {
      title: 'Your browser filled in this field.',
      text: 'Check that this belongs to the server, and isn’t your password for the client area.',
      action: 'Clear the field',
    },
    'username-is-email': {
      title: 'This is the e-mail address of your client area account.',
      text: 'The user name on a server is usually another one, such as root or Administrator. If it really is so, leave it.',
    },
    'invisible-characters': {
      title: 'There are invisible characters here.',
      text: 'They often come with copying from a web page or a chat. If they don’t belong here, remove them.',
      action: 'Remove the invisible characters',
    },
    'unusual-blanks': {
      title: 'There is an unusual space here.',
      text: 'It looks like a space, but is another character. Web pages and word processors put it in.',
      action: 'Make it an ordinary space',
    },
    'typographic-marks': {
      title: 'There are curly quotes or long dashes here.',
      text: 'Phones and word processors put them in by themselves. If they should be plain, change them.',
      action: 'Make them plain',
    },
    'look-alike-letters': {
      title: 'Some letters only look like Latin ones.',
      text: 'They are from another alphabet, like the Cyrillic “а”. If that isn’t intended, type them again.',
    },
    'hard-to-type': {
      title: 'Some characters are hard to type on a console.',
      text: 'The keyboard layout on an IP-KVM or VNC console may be another one. If you can, set a password of only digits, common symbols and unaccented letters.',
    },
  },
  command: {
    failed: 'Your browser doesn’t let this page copy. Select the commands and copy them yourself.',
  },
  temporaryAccount: {
    title: 'Make an account for this, instead of giving root',
    line: 'If you can still run commands on the server: they are ready, to make it and to remove it afterwards',
    intro:
      'The form generates a user name and a password and fills them in. Ready commands make the account on your server.',
    generate: 'Generate user name and password',
    again: 'Generate a new password',
    generated: 'Filled in below: user name {{username}} and its password.',
    generatedAgain: 'A new password is filled in. Run the commands again: they give it to {{username}}.',
    system: 'System on the server',
    choose: 'Choose the system',
    family: {
      debian: 'Debian, Ubuntu',
      rhel: 'AlmaLinux, Rocky Linux, CentOS, Fedora, RHEL',
      suse: 'SUSE, openSUSE',
      alpine: 'Alpine Linux',
      arch: 'Arch Linux',
      freebsd: 'FreeBSD',
      windows: 'Windows Server 2016 or later',
    },
    root: 'Run this on the server as root (sudo -i or su - first):',
    powershell: 'Run this on the server in PowerShell, as administrator:',
    does: {
      'install-sudo': 'installs sudo, if it is missing',
      create: 'makes an account; on this system it has no last day',
      'create-until': 'makes an account that stops working on that day',
      'create-administrator': 'makes an administrator account that stops working on that day',
      password: 'takes the password',
      'password-hash':
        'sets the password; only its hash stands here, and nobody can work the password out from it',
      'password-again': 'sets the password again, in case the account was there already',
      rights: 'gives administrator rights',
      'end-sessions': 'ends what still runs under the account',
      remove: 'removes the account',
      'remove-with-home': 'removes the account and its folder',
      'remove-profile': 'removes its profile folder',
      'remove-rights': 'removes its administrator rights',
    },
    copy: 'Copy the commands',
    copied: {
      root: 'Copied. The clipboard holds no password, only its hash.',
      powershell: 'Copied. The clipboard holds the password now: once you have pasted, copy something else.',
    },
    failed:
      'Your browser doesn’t let this page copy. Type the commands, and the password as described below.',
    unmade: 'The field doesn’t hold a generated password. Generate a new one, then copy.',
    typed:
      'Can’t paste into your console? In place of the line with … type this one, and then the password: “{{show}}” makes it readable.',
    note: {
      root: 'Where SSH takes only keys, the engineer can use this account only on a console.',
      powershell:
        'Not for domain controllers: they have no local accounts. PowerShell may keep the line with the password in its history; once the account is removed, that password opens nothing.',
    },
    remove: {
      title: 'Afterwards: remove the account',
      line: 'You will find this once more after sending',
      root: 'If you have made the account {{username}}: when the work is done, remove it. Run this on the server as root:',
      powershell:
        'If you have made the account {{username}}: when the work is done, remove it. Run this on the server in PowerShell, as administrator:',
      copy: 'Copy the commands that remove it',
      copied: 'Commands copied',
    },
  },
  limits: { title: 'Limits', intro: 'Read this before you authorize the work.' },
  limit: {
    'best-effort': '{{provider}} does its best, and can’t guarantee that every problem is solved.',
    'data-loss':
      'The customer is responsible for backups. {{provider}} is not liable for data loss during the work.',
    hardware: 'Hardware faults found during the work are handed over under the hardware failure procedure.',
    repeated: 'Repeated interventions for preventable problems may be subject to additional review.',
  },
  duty: {
    'exact-information': 'I give exact information about the problem and the server’s configuration.',
    backups: 'Up-to-date backups of critical data are my responsibility.',
    availability: 'I stay available for communication during the work.',
    'change-passwords': 'After the work I change the passwords and review the access credentials.',
    interruption: 'I accept that the service may be interrupted temporarily.',
  },
  window: {
    'until-done_zero': 'Until the work is done',
    'until-done_one': 'Until the work is done, and at most {{count}} hour after',
    'until-done_other': 'Until the work is done, and at most {{count}} hours after',
    '24h': '24 hours from sending',
    '7d': '7 days from sending',
  },
  owner: {
    title: 'Only the account owner can authorize the work',
    only: 'The client area says that you are not the owner. Nothing is sent; what you typed stays here. Ask the owner to sign in and file the request.',
    unknown:
      'The client area doesn’t say who the account owner is. Only the owner can authorize the work, so declare it here.',
  },
  statement: {
    changed: 'The text has changed. Read it once more and confirm it again.',
    title: 'Authorization of work in the operating system',
    who: 'I, {{signer}}, owner of the account {{account}}, explicitly authorize the support engineers and system administrators of {{provider}} to work in the operating system of the server {{server}}.',
    declared: 'I declare that I am the owner of this account.',
    tasks: 'The work covers:',
    tasksNone:
      'The work covers what I describe in this request. Support decides whether it is in the standard service.',
    extras: 'I also ask about additional services:',
    extrasNote:
      'Support confirms whether they are possible, and the price. This authorization is not my approval of a price.',
    methods: 'The engineers choose the access method. Allowed methods:',
    account: 'For this work I hand over login details, sealed so that only the support team can read them.',
    sshKey: 'For this work I let the support team’s SSH key log in to the account {{username}}.',
    none: 'I can’t log in and hand over no login details. I agree that the engineers use rescue mode or a console, restart the server for that, and mount its file systems.',
    reboot: 'I allow the server to be restarted if the work needs it.',
    noReboot: 'I don’t allow the server to be restarted.',
    mounting: 'I allow the server’s file systems to be mounted and repaired.',
    noMounting: 'I don’t allow the server’s file systems to be mounted outside its own operating system.',
    'until-done_zero': 'This authorization holds until the work is done.',
    'until-done_one': 'This authorization holds until the work is done, and at most {{count}} hour after.',
    'until-done_other': 'This authorization holds until the work is done, and at most {{count}} hours after.',
    '24h': 'This authorization holds for 24 hours from the sending of the request.',
    '7d': 'This authorization holds for 7 days from the sending of the request.',
    limits: 'I acknowledge these limits:',
    withdrawal: 'I can use the ticket to withdraw this authorization.',
    explicit: 'This is an explicit authorization in the text of the ticket.',
    version: 'Version of the text: {{version}}',
    time: 'Date and time',
    timeAtSending: 'recorded when you send the request',
  },
  check: {
    intro: 'Nothing has been sent yet.',
    server: 'Server',
    problem: 'Problem',
    access: 'Access',
    authorization: 'Authorization',
    provided: 'provided (not shown)',
    sealed: 'sealed: only the support team can read it',
    scope: 'Scope',
    consent: 'Consent',
    secondFactor: 'Second factor',
    window: 'Valid',
    restart: 'Restart',
    none: 'none',
    on: 'yes',
    off: 'no',
    allowed: 'allowed',
    notAllowed: 'not allowed',
    given: 'given',
  },
  sent: {
    number: 'Ticket {{number}}',
    firstResponse: 'First response by {{time}} (target)',
    nextTitle: 'What happens next',
    next: 'Support verifies the account’s ownership and the authorization. Then engineers assess the problem and choose the access method. If they need to know more, they ask in this ticket.',
    doTitle: 'What you should do now',
    doReachable: 'Stay reachable, and answer questions in this ticket.',
    doBackups: 'Make sure that your critical data has an up-to-date backup.',
    dontTitle: 'What you should not do',
    dont: 'Don’t send a second ticket about this problem. If you have more to say, add it to this one.',
    afterTitle: 'After the intervention',
    passwords: 'In any case, change the passwords used for the work, and review who has access.',
    copyNumber: 'Copy the ticket number',
    copied: 'Ticket number copied',
    differsTitle: 'The ticket holds an earlier version',
    differs:
      'An earlier attempt had arrived after all, so the ticket holds what you had written then. Add what you changed since in the ticket.',
    unstoredTitle: 'Not everything was kept',
    unstored: 'The ticket system did not keep these answers: {{fields}}. Add them in the ticket.',
    new: 'Start another request',
  },
  receipt: {
    section: 'Your receipt',
    intro: 'Keep it: your request and your authorization as you gave them, without the password.',
    print: 'Print',
    html: 'Download as HTML',
    json: 'Download as JSON',
    downloaded: 'Receipt downloaded: {{file}}',
    failed: 'The receipt couldn’t be made. Check your connection and try again.',
    differs:
      'There is no receipt here for this ticket: this page doesn’t know exactly what the ticket holds.',
    file: 'receipt',
    title: 'Receipt of the request and authorization',
    filed: 'Filed',
    sealed: 'Login details, sealed in the browser. Keys that open them:',
    fingerprint: 'fingerprint',
    request: 'Request',
    check: 'How to check this receipt',
    anyone:
      'Anyone can check that nothing on it was changed: with its HTML or JSON file, on a page that checks receipts. It needs no sign-in and no network.',
    noProof:
      'The digests below (SHA-256 of canonical JSON, RFC 8785) show a change. They don’t prove who made the receipt.',
    digest: 'Digest of the receipt',
    recordDigest: 'Digest of the authorization',
  },
  outcome: {
    sent: 'Request sent, ticket {{number}}.',
    sentBy: 'Request sent, ticket {{number}}. First response by {{time}}.',
    stillTrying: 'Still trying to send the request…',
    retryAt: 'The next attempt is at {{time}}.',
    notSent: {
      title: 'The request was not sent',
      text: 'Nothing has reached the support team. What you typed is still here.',
    },
    unknown: {
      title: 'We don’t know yet whether the request arrived',
      text: 'The connection broke before the answer came. Don’t send another request: check first.',
      check: 'Check again',
      look: 'Look at your tickets: is this request among them?',
      there: 'It is there',
      notThere: 'It isn’t there',
    },
  },
  errorSummary: { title: 'Correct these fields' },
  issue: {
    'server-missing': 'Pick a server, or give its address, service ID or name.',
    'server-malformed':
      'This can’t be read as an address or a name. Check every character, or pick the server from your services.',
    'server-secret':
      'There seems to be a password in this address. Give the address alone: login details have their own place in the access step.',
    'problem-missing': 'Describe the problem: what happens, and since when.',
    'action-missing': 'Say what the engineers should do.',
    'text-too-long': 'This text is too long. Shorten it: you can add more in the ticket.',
    'secret-in-text':
      'Your login details stand in “{{field}}” too, where everybody who reads the ticket can see them. Remove them there: the protected field in the access step is enough.',
    'secret-undecided':
      'In “{{field}}” something looks like a password or a key. Below the text, choose what to do with it.',
    'text-broken':
      'This text holds a damaged character that can’t be passed on exactly. Remove it or type it again.',
    'access-missing': 'Choose how the engineer can get in.',
    'credentials-required': 'This work can’t be done without login details. Choose an administrator account.',
    'username-missing': 'Give the user name of the account.',
    'password-missing': 'Type the password of the account.',
    'password-wiped': 'The login details were removed from this page to keep them safe. Type them again.',
    'password-broken':
      'The login details hold a damaged character that can’t be passed on exactly. Type them again.',
    'private-key-missing': 'Paste the whole private key.',
    'port-malformed': 'Give the port as a number from 1 to 65535, or leave it empty.',
    'console-consent-missing':
      'Agree to the use of rescue mode or a console, or choose another way to get in: without login details the engineers need it.',
    'duty-missing': 'Confirm every point of your part: without it the work can’t begin.',
    'reboot-needed': 'Rescue mode needs a restart of the server: allow the restart, or untick rescue mode.',
    'methods-missing': 'Allow at least one access method.',
    'signer-missing': 'Give the first and last name of the person who authorizes.',
    'owner-only':
      'Only the account owner can authorize the work. Ask the owner to sign in and file the request: what you typed stays here.',
    'owner-undeclared': 'Declare that you are the account owner: only the owner can authorize the work.',
    'authorization-missing': 'Give the authorization: without it the engineers can’t begin.',
    refused: '{{field}}: the ticket system did not accept this answer. Check it and change it.',
  },
  notice: {
    'private-address':
      'An engineer can’t connect to this address: it isn’t reachable from the internet. Give the server’s public address, or pick the server from your services.',
    'shared-address':
      'An engineer can’t connect to this address: it is used only inside an internet provider’s network or a VPN. Give the server’s public address, or pick the server from your services.',
    'loopback-address':
      'An engineer can’t connect to this address: it always means the machine that you are using. Give the server’s public address, or pick the server from your services.',
    'link-local-address':
      'An engineer can’t connect to this address: it works only within one local network. A machine often gives it to itself when it gets no other. Give the server’s public address, or pick the server from your services.',
    'unspecified-address':
      'An engineer can’t connect to this address: it stands for any address at all, not for one server. Give the server’s public address, or pick the server from your services.',
    'documentation-address':
      'An engineer can’t connect to this address: it is kept for examples in manuals and belongs to no server. Give the server’s public address, or pick the server from your services.',
    'benchmarking-address':
      'An engineer can’t connect to this address: it is kept for network speed tests and belongs to no server. Give the server’s public address, or pick the server from your services.',
    'multicast-address':
      'An engineer can’t connect to this address: it stands for a group of machines, not for one server. Give the server’s public address, or pick the server from your services.',
    'broadcast-address':
      'An engineer can’t connect to this address: it reaches all machines of a network at once, not one server. Give the server’s public address, or pick the server from your services.',
    'transition-address':
      'An engineer can’t connect to this address: it belongs to a gateway between IPv4 and IPv6, not to one server. Give the server’s public address, or pick the server from your services.',
    'anycast-address':
      'An engineer can’t connect to this address: many machines around the world answer at it. Give the server’s public address, or pick the server from your services.',
    'deprecated-address':
      'An engineer can’t connect to this address: it is from a range that is no longer in use. Give the server’s public address, or pick the server from your services.',
    'reserved-address':
      'An engineer can’t connect to this address: it is reserved and belongs to no server. Give the server’s public address, or pick the server from your services.',
    'port-dropped':
      'The port isn’t part of the server’s address and was left out. You can give it in the access step.',
    'user-dropped':
      'The user name isn’t part of the server’s address and was left out. Give it in the access step.',
    'url-taken-apart': 'Only {{value}} was taken from this link. Check that it is the right server.',
  },
  refusal: {
    'no-recipient':
      'The support team’s key is missing, so your login details can’t be sealed. File the request by hand.',
    'broken-recipient':
      'The support team’s key is damaged, so your login details can’t be sealed. File the request by hand.',
    'expired-recipient':
      'The support team’s key has expired, so your login details can’t be sealed. File the request by hand.',
    'unpinned-recipient':
      'This page doesn’t know the support team’s key and doesn’t trust it, so your login details weren’t sealed. File the request by hand.',
    'no-secure-context':
      'This page wasn’t opened over a secure connection, so your login details can’t be sealed. Open the client area at its https address.',
    'broken-text':
      'The login details hold a damaged character that can’t be passed on exactly. Type them again.',
    'sealer-unavailable':
      'The part of this page that seals login details couldn’t be loaded. Check your connection and try again, or file the request by hand.',
    'too-long':
      'The login details are too long to be sealed. Check that only the user name, the password or the key is there.',
  },
  fault: {
    invalid: 'The ticket system did not accept some of the answers. Correct them and send the request again.',
    unauthenticated: 'Your session in the client area has ended. Sign in again, then try again.',
    forbidden: 'This account has no right to do that. Sign in as the account owner.',
    'not-found': 'The ticket system can’t find this. Go back to your services and try from there.',
    conflict:
      'Something else has already been sent from this form. Look at your tickets before you send it again.',
    'too-large': 'The request is too large. Shorten the texts and send it again.',
    'rate-limited': 'There were too many attempts in a short time. Wait a moment, then try again.',
    unsupported: 'The ticket system can’t do this. File the request by hand.',
    unavailable: 'The ticket system doesn’t answer. Try again in a moment.',
  },
  quote: {
    title: 'Price of the additional services',
    none: 'No additional service is chosen, so there is nothing to pay for.',
    loading: 'Working out the price…',
    loadFailed: 'The prices couldn’t be loaded.',
    noPrice: 'The price can’t be shown here. Support tells you the price before any paid work begins.',
    estimate: 'Estimate',
    binding: 'Binding quote {{id}}, valid until {{until}}',
    service: 'Service',
    net: 'Net',
    vat: 'VAT',
    gross: 'Gross',
    total: 'Total with VAT',
    totalUntaxed: 'To pay',
    knownUntaxed: 'To pay, known part',
    knownNet: 'Net, known part',
    knownGross: 'Gross, known part',
    knownTotal: 'Total with VAT, known part',
    onRequest: 'price on request',
    unknownTax: 'Support will confirm the tax',
    unknownVat: 'to be confirmed by support',
    unit: {
      piece: '{{quantity}} × {{price}}',
      hour: '{{quantity}} × {{price}} per started hour; the time is an estimate',
      '15-minutes': '{{quantity}} × {{price}} per started 15 minutes; the time is an estimate',
    },
    atMost: 'at most {{amount}} net',
    rateIn: 'VAT {{rate}}, {{country}}',
    rate: 'VAT {{rate}}',
    on: 'on {{amount}}',
    basis: {
      dated: 'Rate in force since {{since}}, checked on {{checkedOn}}.',
      table: 'Rate from a table of {{date}}.',
      undated: 'Rate from a table without a date.',
      override: 'Rate set by the provider.',
    },
    untaxed: {
      'reverse-charge': 'reverse charge',
      'outside-scope': 'outside the scope of EU VAT',
      'seller-not-registered': 'the provider charges no VAT',
    },
    treatment: {
      domestic: 'Taxed in the provider’s country, which is also yours.',
      'eu-consumer-destination': 'Taxed where you are (Directive 2006/112/EC, Art. 58).',
      'eu-consumer-seller-rate':
        'Taxed at the rate of the provider’s country (Directive 2006/112/EC, Art. 45 and 59c).',
      'reverse-charge':
        'Reverse charge: you account for the VAT in your country (Directive 2006/112/EC, Art. 44 and 196).',
      'reverse-charge-pending': 'VAT is charged until your VAT ID is confirmed; then it is a reverse charge.',
      'outside-scope': 'Outside the scope of EU VAT, which is not a rate of zero. A local tax may be due.',
      'seller-not-registered': 'The provider is not registered for VAT.',
      unknown: 'The tax isn’t known yet. You can go on; support will confirm it.',
    },
    reason: {
      'country-missing': 'The country isn’t given yet.',
      'country-unknown': 'Nobody knows this country’s VAT here.',
      'postcode-ambiguous': 'This postcode stands for areas that are taxed differently.',
      'vat-id-missing': 'Without a VAT ID a company is taxed like a private person.',
      'vat-id-malformed':
        'This doesn’t look like a VAT ID of the country above. Compare it with your documents.',
      'vat-id-invalid':
        'The authority doesn’t know this VAT ID, so VAT is charged. Compare it with your documents.',
      'vat-id-unchecked': 'Support confirms your VAT ID.',
      'vat-id-unavailable': 'The authority that confirms VAT IDs doesn’t answer at the moment.',
      'vat-id-other-country': 'This VAT ID belongs to another country than the one above.',
      'vat-id-northern-ireland': 'A VAT ID that begins with XI counts for goods, not for services.',
      'proof-of-business': 'Support may ask for a proof that you are a company.',
      'special-territory': 'This area belongs to an EU country, but not to the EU’s VAT.',
      'regional-rate': 'This area has a rate of its own.',
      'local-registration': 'Your country may tax such services itself.',
      'local-tax': 'Your country’s own tax applies.',
      rate: 'The provider’s table has no rate for this place.',
      settings: 'The provider hasn’t told yet how it is taxed.',
    },
    checking: 'Your VAT ID is being checked…',
    asked: 'Asking the provider for a binding quote…',
    either: 'Now {{now}} with VAT; {{then}} once your VAT ID is confirmed.',
    eitherUnknown:
      'Now {{now}} net, and support will confirm the tax; {{then}} once your VAT ID is confirmed.',
    sentence: {
      gross: 'Price: {{gross}}, including {{vat}} VAT.',
      split: 'Price: {{net}} net, {{vat}} VAT, {{gross}} gross.',
      untaxed: 'Price: {{gross}}, {{why}}.',
      net: 'Price: {{net}} net. Support will confirm the tax.',
      partial: '{{known}} Support tells you the price of the rest.',
      onRequest: 'Price on request: support tells you the price.',
    },
    headline: {
      gross: 'including {{vat}} VAT',
      split: 'net, plus {{vat}} VAT: {{gross}} gross',
      net: 'net; support will confirm the tax',
      onRequest: 'Price on request',
      partial: 'For the part whose price is known; support tells you the price of the rest.',
    },
    details: { title: 'Tax details', open: 'Country, company or private person, VAT ID' },
    countryMissing: 'Choose a country',
    kind: { consumer: 'Private person', business: 'Company or organization' },
    differs: {
      title: 'The provider’s price differs from the estimate',
      text: 'What counts is the provider’s quote. It needs your approval.',
      estimate: 'Estimate',
      now: 'Provider’s quote',
    },
    broken: {
      title: 'The provider’s quote doesn’t add up, so it isn’t shown',
      text: 'What you see is an estimate. Support confirms the price.',
    },
    unavailable: {
      title: 'There is no binding quote at the moment',
      text: 'What you see is an estimate. You can go on with it, or ask again.',
    },
    expired: {
      title: 'The provider’s quote has expired',
      text: 'Ask for a new one, then approve it.',
    },
    askAgain: 'Ask for a new quote',
    checkAgain: 'Check the VAT ID again',
    fell: {
      title: 'The price has changed since you approved it',
      text: 'The former approval no longer holds.',
    },
    approve: {
      text: 'You agree to exactly this price. The authorization of the work is separate.',
      unknownTax:
        'You agree to exactly this net price. Support will confirm the tax, and the authorization of the work is separate.',
      partial:
        'You agree to the known part. Support asks you again about the rest; the authorization of the work is separate.',
      estimate: 'Approve this estimate',
      binding: 'Approve this quote',
    },
    approved: {
      title: 'Price approved',
      text: 'If anything in it changes, you are asked again.',
    },
  },
  times: {
    title: 'Response times',
    firstResponse: 'First response: {{time}}',
    withinMinutes_one: 'within {{count}} minute',
    withinMinutes_other: 'within {{count}} minutes',
    withinHours_one: 'within {{count}} hour',
    withinHours_other: 'within {{count}} hours',
    withinDays_one: 'within {{count}} day',
    withinDays_other: 'within {{count}} days',
    standard: 'Standard intervention: {{range}}',
    complex: 'Complex intervention: {{range}}; you are notified if a longer schedule applies',
    datacentre:
      'With physical access in the data centre: it can take longer, by the technician’s availability and location',
    minutes_one: '{{from}}–{{count}} minute',
    minutes_other: '{{from}}–{{count}} minutes',
    hours_one: '{{from}}–{{count}} hour',
    hours_other: '{{from}}–{{count}} hours',
    note: 'These are targets, not guarantees.',
  },
  stage: {
    submitted: 'Sent',
    verification: 'Verifying account and authorization',
    assessment: 'Assessing the problem',
    'in-progress': 'Work in progress',
    done: 'Done',
    'waiting-for-customer': 'Waiting for your answer',
    escalated: 'Handed over (hardware fault)',
    declined: 'Declined',
    'extra-unavailable': 'Additional service not available or not approved',
    cancelled: 'Cancelled',
    reopened: 'Reopened',
  },
  phase: {
    received: 'Received',
    working: 'Work in progress',
    waiting: 'Waiting for your answer',
    done: 'Done',
    declined: 'Declined',
  },
  aftercare: {
    title: 'After the intervention',
    fact: {
      summary: 'You find a summary of all actions taken in the ticket.',
      'new-credentials': 'If new login details were made, they are updated in your account: {{page}}.',
      'same-ticket': 'If the problem persists, report it in the same ticket.',
    },
    toDo: {
      'verify-access-and-passwords':
        'Verify that you have access to the system, and change further passwords if the engineer advises it.',
      'review-logs': 'Review the system’s logs and configuration, so that the problem doesn’t come back.',
    },
  },
  required: {
    server: 'The server: IP address, service ID or service name',
    problem: 'The problem, in detail',
    action: 'The requested action',
    'errors-where-any': 'Error messages and symptoms, if there are any',
    credentials: 'Login details to the operating system, with administrator rights',
    authorization: 'The explicit authorization of the account owner',
  },
  ticket: {
    heading: 'OS INTERVENTION REQUEST',
    department: 'Department',
    requestKey: 'Request key',
    server: 'Server',
    kind: {
      ip: 'IP address',
      hostname: 'host name',
      'service-id': 'service ID',
      'service-name': 'service name',
    },
    serviceId: 'Service ID',
    serverType: 'Kind of server',
    typeUnknown: 'not known',
    operatingSystem: 'Operating system',
    tasks: 'Tasks',
    extras: 'Additional services',
    extraNote: 'additional; availability and price from support',
    noTasks: 'none chosen',
    scope: 'Scope',
    access: 'Access',
    accessAccount: 'login details, sealed; open with age -d',
    sealedTo: 'Sealed to',
    accessSshKey: 'the support team’s SSH key',
    username: 'User name',
    port: 'Port',
    accessNone: 'no login details',
    consent: 'Consent without login details',
    console: 'rescue mode or console',
    methods: 'Access methods allowed',
    window: 'Valid',
    reboot: 'Restart',
    mounting: 'Mounting file systems',
    yes: 'allowed',
    no: 'not allowed',
    authorization: 'Authorization',
    version: 'text version {{version}}',
    signer: 'Person who authorizes',
    account: 'Account',
    owner: 'Account owner',
    ownerKnown: 'as the client area says',
    ownerDeclared: 'by the person’s own declaration; to be verified',
    duties: 'Duties acknowledged',
    serverTime: 'Authorized at',
    clientTime: 'By the customer’s clock',
    digest: 'Digest of the record (SHA-256)',
    language: 'Customer’s language',
    wordsBegin: 'The customer’s own words, as typed; each of their lines begins with |',
    problem: 'Problem',
    action: 'Requested action',
    errors: 'Error messages and symptoms',
    noAccessReason: 'Why the customer can’t log in',
    wordsEnd: 'End of the request',
  },
}
