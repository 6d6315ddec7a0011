; Pemasang SmartCity Desktop untuk satu orang, tanpa hak administrator. Belum dicoba di Windows.
;
; Made of the built folder (`pyinstaller build.spec`), which also makes the icon:
;
;   makensis /DVERSION=1.2.3 resources\installer\smartcity.nsi
;
; FOLDER, ICON and OUT may be given as well. The program goes to %LOCALAPPDATA%\Programs, links and the ending
; .bimtek to the current user. Uninstalling takes what was installed and nothing else: workshop files, the
; profile with its settings and safety copies, and files that anybody put beside the program stay.

Unicode true
ManifestDPIAware true
ManifestSupportedOS Win10
SetCompressor /SOLID lzma

!ifndef VERSION
  !error "The version is missing: /DVERSION=1.2.3"
!endif
!ifndef FOLDER
  !define FOLDER "..\..\dist\SmartCityDesktop-${VERSION}"
!endif
!ifndef ICON
  !define ICON "..\..\build\aplikasi.ico"
!endif
!ifndef OUT
  !define OUT "..\..\dist\SmartCityDesktop-${VERSION}-pasang.exe"
!endif

!define TITLE "SmartCity Desktop"
!define PROGRAM "SmartCityDesktop.exe"
!define CLASS "SmartCityDesktop.Bimtek"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\SmartCityDesktop"

!include "MUI2.nsh"
!include "FileFunc.nsh"
!include "LogicLib.nsh"
!include "WinVer.nsh"
!include "x64.nsh"

Name "${TITLE}"
OutFile "${OUT}"
RequestExecutionLevel user
InstallDir "$LOCALAPPDATA\Programs\SmartCityDesktop"
InstallDirRegKey HKCU "${UNINSTALL}" "InstallLocation"
BrandingText "${TITLE} ${VERSION}"

VIProductVersion "${VERSION}.0"
VIFileVersion "${VERSION}.0"
VIAddVersionKey /LANG=1057 "ProductName" "${TITLE}"
VIAddVersionKey /LANG=1057 "CompanyName" "${TITLE}"
VIAddVersionKey /LANG=1057 "FileDescription" "Pemasang ${TITLE}"
VIAddVersionKey /LANG=1057 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=1057 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=1057 "LegalCopyright" "Lisensi MIT"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_ABORTWARNING
!define MUI_WELCOMEPAGE_TITLE "Memasang ${TITLE} ${VERSION}"
!define MUI_WELCOMEPAGE_TEXT "Program dipasang untuk Anda saja di laptop ini; hak administrator tidak diperlukan, dan internet tidak dipakai.$\r$\n$\r$\nBila versi lama sudah terpasang, versi ini menggantikannya. Berkas Bimtek, pengaturan, dan salinan pengaman Anda tidak disentuh.$\r$\n$\r$\nTutup ${TITLE} bila sedang terbuka, lalu klik Lanjut."
!define MUI_FINISHPAGE_RUN "$INSTDIR\${PROGRAM}"
!define MUI_FINISHPAGE_RUN_TEXT "Buka ${TITLE} sekarang"
!define MUI_UNCONFIRMPAGE_TEXT_TOP "Program ${TITLE} dihapus dari laptop ini. Berkas Bimtek, pengaturan, dan salinan pengaman Anda tetap ada."

!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_LICENSE "..\..\LICENSE"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "Indonesian"

; Waits until the program is closed: Windows does not let go of the files of a running one.
!macro WaitUntilClosed
  ${DoWhile} ${FileExists} "$INSTDIR\${PROGRAM}"
    ClearErrors
    FileOpen $0 "$INSTDIR\${PROGRAM}" a
    ${IfNot} ${Errors}
      FileClose $0
      ${ExitDo}
    ${EndIf}
    MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "${TITLE} masih terbuka. Tutup dahulu, lalu klik Coba lagi." /SD IDCANCEL IDRETRY +2
    Abort "Dibatalkan: ${TITLE} masih terbuka."
  ${Loop}
!macroend

; Tells Explorer that an ending has another program now.
!macro TellExplorer
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
!macroend

Function .onInit
  ${IfNot} ${RunningX64}
  ${OrIfNot} ${AtLeastWin10}
    MessageBox MB_OK|MB_ICONSTOP "${TITLE} memerlukan Windows 10 atau 11, 64-bit." /SD IDOK
    Abort
  ${EndIf}
FunctionEnd

Section "Program"
  SetShellVarContext current
  !insertmacro WaitUntilClosed
  ; Libraries of an older version must not stay among the new ones.
  RMDir /r "$INSTDIR\_internal"
  SetOutPath "$INSTDIR"
  File /r "${FOLDER}\*.*"
  WriteUninstaller "$INSTDIR\hapus.exe"

  CreateShortcut "$SMPROGRAMS\${TITLE}.lnk" "$INSTDIR\${PROGRAM}"
  CreateShortcut "$DESKTOP\${TITLE}.lnk" "$INSTDIR\${PROGRAM}"

  WriteRegStr HKCU "Software\Classes\.bimtek" "" "${CLASS}"
  WriteRegStr HKCU "Software\Classes\${CLASS}" "" "Berkas Bimtek"
  WriteRegStr HKCU "Software\Classes\${CLASS}\DefaultIcon" "" "$INSTDIR\${PROGRAM},0"
  WriteRegStr HKCU "Software\Classes\${CLASS}\shell\open\command" "" '"$INSTDIR\${PROGRAM}" "%1"'
  !insertmacro TellExplorer

  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  IntFmt $0 "0x%08X" $0
  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "${TITLE}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\${PROGRAM},0"
  WriteRegStr HKCU "${UNINSTALL}" "Publisher" "${TITLE}"
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\hapus.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\hapus.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" "$0"
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
SectionEnd

Section "Uninstall"
  SetShellVarContext current
  !insertmacro WaitUntilClosed
  RMDir /r "$INSTDIR\_internal"
  Delete "$INSTDIR\${PROGRAM}"
  Delete "$INSTDIR\hapus.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\${TITLE}.lnk"
  Delete "$DESKTOP\${TITLE}.lnk"

  ReadRegStr $0 HKCU "Software\Classes\.bimtek" ""
  ${If} $0 == "${CLASS}"
    DeleteRegValue HKCU "Software\Classes\.bimtek" ""
    DeleteRegKey /ifempty HKCU "Software\Classes\.bimtek"
  ${EndIf}
  DeleteRegKey HKCU "Software\Classes\${CLASS}"
  DeleteRegKey HKCU "${UNINSTALL}"
  !insertmacro TellExplorer
SectionEnd
